import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deedOf } from '../../renderer/screens/history/historyWords.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

/** The sample in a store, and what its history says of the last deed. */
async function withHistory() {
  const folder = scratchFolder();
  const asOf = calendarDate('2021-10-20');
  const { does } = testEngine(join(folder, 'store'), { today: () => asOf });
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const last = async () => {
    const [entry] = (await does('history.list', { releaseId: id, limit: 5 })).filter(({ kind }) => kind !== 'view');
    if (!entry) throw new Error('nothing in the history');
    return { deed: deedOf(entry), note: entry.note };
  };
  return { does, id, folder, asOf, last };
}

describe('what the history says', () => {
  it('tells each document that was issued from a draft, by what it is called', async () => {
    const { does, id, folder, asOf, last } = await withHistory();
    const out = (name: string) => join(folder, `${name}.pdf`);
    const order = { release: id, asOf, acceptBlockers: 'Asked for.' };
    const meeting = calendarDate('2021-10-27');
    const deeds: string[] = [];
    const note = async (done: Promise<unknown>) => {
      await done;
      deeds.push((await last()).deed);
    };
    await note(does('pack.export', { ...order, out: out('draft'), final: false }));
    await note(does('pack.export', { ...order, out: out('public'), final: false, edition: 'public' }));
    await note(does('paper.export', { release: id, asOf, body: 'TAG', meeting, out: out('paper') }));
    await note(does('pack.export', { ...order, out: out('final'), final: true }));
    const edition = { ...order, acceptBlockers: null, asOf: null, final: true, edition: 'public' as const };
    await note(does('pack.export', { ...edition, out: out('edition') }));
    const file = join(folder, 'late.txt');
    writeFileSync(file, 'Late evidence.');
    await does('evidence.add', { release: id, file, asOf, fields: { criteria: ['AC-01'], status: 'submitted' } });
    await note(does('addendum.export', { release: id, asOf, out: out('addendum') }));
    const decision = { body: 'CSC', on: '2021-10-19', outcome: 'go', wording: 'The CSC agreed.' };
    await does('record.create', { asOf, releaseId: id, kind: 'decision', fields: decision });
    await note(does('decision.export', { release: id, asOf, out: out('decision') }));
    expect(deeds).toEqual([
      'exported a draft pack, SEC-GL 2021-11 · draft',
      'exported a draft pack, SEC-GL 2021-11 · draft, public',
      'issued TAG paper 2021-10-27',
      'issued the final pack SEC-GL 2021-11 · 1',
      'issued SEC-GL 2021-11 · 1, public',
      'issued SEC-GL 2021-11 · 1, addendum 1',
      'issued the record of CSC decision 2021-10-19',
    ]);
  });

  it('tells an import from what took it back', async () => {
    const { does, id, last } = await withHistory();
    const take = async (rows: readonly string[]) => {
      const text = ['Reference\tTitle\tSeverity\tStatus', ...rows].join('\n');
      const reading = { sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: false };
      const { token } = await does('import.read', { kind: 'issues', release: id, file: null, text, ...reading });
      return does('import.take', { token, skip: [] });
    };
    const { entry, through } = await take(['I-1\tOne\t2\tOpen', 'I-2\tTwo\t3\tOpen']);
    expect((await last()).deed).toBe('added 2 test issues');
    await does('record.undo', { asOf: null, entry, through });
    expect(await last()).toMatchObject({ deed: 'removed 2 test issues', note: expect.stringMatching(/^took back: /) });
    await take(['I-1\tOne\t2\tOpen']);
    expect((await last()).deed).toBe('added 1 test issue');
    await take(['I-1\tAnother\t2\tOpen', 'I-3\tThree\t3\tOpen']);
    expect((await last()).deed).toBe('added 1 test issue and changed 1');
  });
});
