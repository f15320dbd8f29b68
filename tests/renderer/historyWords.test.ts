import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deedOf, noteInWords, subjectOf } from '../../renderer/screens/history/historyWords.ts';
import { isRestorable, restoredInWords } from '../../renderer/screens/history/restoring.ts';
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

describe('what is put back from a line of the history', () => {
  const change = (field: string, before: unknown) => ({ field, before, after: null });

  it('is what people enter, and nothing that was said of what stood then', () => {
    expect(isRestorable('criterion', change('text', 'It works.'))).toBe(true);
    expect(isRestorable('view', change('position', 'supports'))).toBe(true);
    expect(isRestorable('evidence', change('file', 'exit.txt'))).toBe(true);
    const followed = kindsOfDeeds.filter(([kind, field]) => isRestorable(kind, change(field, 'anything')));
    expect(followed).toEqual([]);
    expect(isRestorable('evidence', change('file', 'Taken out for good'))).toBe(false);
    expect(isRestorable('evidence', change('file', null))).toBe(false);
  });

  it('is told in a sentence, whatever its label is', () => {
    expect(restoredInWords('view', change('position', null))).toBe('“Position” is empty again.');
    expect(restoredInWords('release', change('goLive.actualDate', '2026-12-01'))).toBe(
      '“Went live on” says “1 December 2026” again.',
    );
    expect(restoredInWords('criterion', change('text', 'It works.'))).toBe('“Wording” says “It works” again.');
  });

  it('is named by its record as people call it', () => {
    expect(subjectOf({ kind: 'view', recordKey: 'OPSG/AC-02' })).toBe('OPSG on AC-02');
    expect(subjectOf({ kind: 'tadVersion', recordKey: '?' })).toBe('a TAD version');
    expect(subjectOf({ kind: 'release', recordKey: 'June 2027 SEC Release' })).toBe('the release');
  });
});

/** What stands in a record because of a deed: who accepted it and for what, what a body saw, who signed. */
const kindsOfDeeds = [
  ['evidence', 'status'],
  ['evidence', 'statusBy'],
  ['evidence', 'statusReason'],
  ['evidence', 'accepted'],
  ['evidence', 'sha256'],
  ['evidence', 'bytes'],
  ['view', 'saw'],
  ['view', 'sawText'],
  ['submission', 'signatures'],
  ['criterion', 'onBehalf'],
] as const;

describe('what the history says', () => {
  it('tells a deed as the rest of a sentence about somebody', () => {
    const deed = (action: string, kind: 'release' | 'evidence' | 'tadVersion' | null, recordKey: string | null) =>
      deedOf({ action, kind, recordKey, batch: { did: { added: 0, changed: 0, removed: 0 } } });
    expect(deed('replace', 'release', 'June 2027')).toBe('put what a file states in the place of June 2027');
    expect(deed('merge', 'release', 'June 2027')).toBe('took a bundle into June 2027');
    expect(deed('unarchive', 'release', 'June 2027')).toBe('took June 2027 out of the archive');
    expect(deed('create', 'tadVersion', '?')).toBe('added a TAD version');
    expect(deed('purge', 'evidence', 'EV-002@1')).toBe('took out the file of evidence item EV-002@1 for good');
    expect(deed('purge', null, 'SEC-GL 2027-06 · 1')).toBe(
      'took the store’s own copy of SEC-GL 2027-06 · 1 out for good',
    );
    expect(deed('purge', 'evidence', `sha256:${'ab'.repeat(32)}`)).toBe(
      'took out a file for good, SHA-256 abababababab…',
    );
  });

  it('says once that something was taken back or done again', () => {
    expect(noteInWords('pasted table')).toBe('pasted table');
    expect(noteInWords('took back: took back: pasted table')).toBe('did again: pasted table');
    expect(noteInWords('took back: took back: took back: pasted table')).toBe('took back: pasted table');
    expect(noteInWords('merged from Bo Test, DCC')).toBe('taken in from Bo Test, DCC');
  });

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
    const again = async (range: { readonly entry: number; readonly through: number }) =>
      does('record.undo', { asOf: null, entry: range.entry, through: range.through });
    const [newest] = await does('history.list', { releaseId: id, limit: 1 });
    const redone = await again({ entry: newest?.seq ?? 0, through: newest?.seq ?? 0 });
    expect((await last()).note).toMatch(/^did again: (?!took back)/);
    await again(redone);
    expect((await last()).note).toMatch(/^took back: (?!did again|took back)/);
    await take(['I-1\tOne\t2\tOpen']);
    expect((await last()).deed).toBe('added 1 test issue');
    await take(['I-1\tAnother\t2\tOpen', 'I-3\tThree\t3\tOpen']);
    expect((await last()).deed).toBe('added 1 test issue and changed 1');
  });
});
