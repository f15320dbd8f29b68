import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commentPdf, findWords } from '../support/commentPdf.ts';
import { answersTo, fillWithPdfLib } from '../support/fillPaper.ts';
import { golive, withSample } from '../support/golive.ts';

const name = 'November 2021 SEC Release';

it('reads answers and comments from the terminal, and says what it would do before', async () => {
  const { folder, store } = withSample();
  const [paper, filled, commented] = ['paper.pdf', 'filled.pdf', 'commented.pdf'].map((one) => join(folder, one));
  if (!paper || !filled || !commented) throw new Error('no paths');
  const dates = ['--meeting', '2021-10-27', '--as-of', '2021-10-20'];
  expect(golive(store, 'paper', 'export', name, '--body', 'TAG', ...dates, '--out', paper).code).toBe(0);
  const criteria = ['AC-01', 'AC-02', 'AC-03'];
  const said = { 'AC-02': { position: 'doesNotSupport', words: 'Not yet.', conditions: 'Run UIT again' } };
  await fillWithPdfLib(paper, await answersTo(paper, criteria, said), filled);

  const planned = golive(store, '--json', 'paper', 'read', filled, '--release', name, '--dry-run');
  expect(planned.code).toBe(0);
  expect(planned.json()).toMatchObject({
    paper: 'TAG paper 2021-10-27',
    body: 'TAG',
    issued: true,
    changed: [],
    plan: [{ criterion: 'AC-02', position: 'doesNotSupport', words: 'Not yet.', before: null }],
    missing: ['AC-01', 'AC-03'],
    recorded: null,
  });
  const read = golive(store, 'paper', 'read', filled, '--release', name);
  expect([read.code, read.out]).toEqual([0, expect.stringContaining('Recorded 1 view and 1 condition.')]);
  const none = golive(store, '--json', 'paper', 'read', paper, '--release', name);
  expect([none.code, none.json()]).toEqual([3, { error: expect.objectContaining({ kind: 'invalidInput' }) }]);

  const place = await findWords(paper, 'AC-02', 4);
  await commentPdf(filled, commented, (pen) => {
    pen.note('Text', place, { T: 'Zoë Łuka', M: 'D:20211027', Contents: 'Is this all?' });
  });
  const comments = golive(store, '--json', 'pack', 'comments', commented, '--release', name);
  expect(comments.code).toBe(0);
  expect(comments.json()).toMatchObject({
    pack: 'TAG paper 2021-10-27',
    pagesChanged: false,
    comments: [
      {
        page: place.page,
        at: 'criterion:AC-02',
        quoted: null,
        author: 'Zoë Łuka',
        on: '2021-10-27',
        text: 'Is this all?',
      },
    ],
    taken: 1,
  });

  const told = golive(store, 'pack', 'comments', commented, '--release', name, '--dry-run').out;
  expect(told).toContain('Is this all? (Zoë Łuka, 27 October 2021)');

  const bare = golive(store, 'paper', 'export', name, '--body', 'OPSG', ...dates, '--no-answers', '--out', paper);
  expect(bare.code).toBe(0);
  const formless = golive(store, 'paper', 'read', paper, '--release', name);
  expect([formless.code, formless.err]).toEqual([
    3,
    expect.stringContaining('which was issued without a form for answers'),
  ]);
});
