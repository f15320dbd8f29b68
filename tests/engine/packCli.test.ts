import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { golive, withSample } from '../support/golive.ts';

const name = 'November 2021 SEC Release';

it('makes papers, editions and records from the terminal, and lists what was issued', () => {
  const { folder, store } = withSample();
  const out = join(folder, 'paper.pdf');
  const paper = ['paper', 'export', name, '--body', 'TAG', '--out', out, '--as-of', '2021-10-20'];
  const made = golive(store, '--json', ...paper, '--meeting', '2021-10-27');
  expect(made.code).toBe(0);
  expect(made.json()).toMatchObject({ file: out, reference: 'TAG paper 2021-10-27', body: 'TAG' });
  expect(golive(store, 'pack', 'verify', out).out).toContain('Every part fits the manifest.');

  const wrong = golive(store, ...paper, '--meeting', 'soon');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--meeting “soon”')]);
  const late = golive(store, ...paper, '--meeting', '2021-10-01');
  expect([late.code, late.err]).toEqual([3, expect.stringContaining('a paper goes before its meeting')]);
  const none = golive(store, 'pack', 'addendum', name, '--out', join(folder, 'addendum.pdf'));
  expect([none.code, none.err]).toEqual([3, expect.stringContaining('There is no final pack')]);

  const edition = join(folder, 'public.pdf');
  const pub = golive(
    store,
    '--json',
    'pack',
    'export',
    name,
    '--out',
    edition,
    '--as-of',
    '2021-10-20',
    '--edition',
    'public',
  );
  expect(pub.code).toBe(0);
  expect(existsSync(edition)).toBe(true);
  expect(golive(store, 'pack', 'export', name, '--out', edition, '--edition', 'secret').code).toBe(2);

  const issued = golive(store, '--json', 'pack', 'issued', name);
  expect(issued.json()).toEqual([expect.objectContaining({ kind: 'paper', reference: 'TAG paper 2021-10-27' })]);
});
