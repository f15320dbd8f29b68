import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clashFinder } from '../../electron/engine/uniqueness.ts';
import { numberedConditions } from '../../shared/domain/records/conditionNumbers.ts';
import { testEngine } from '../support/engine.ts';
import { largeFile } from '../support/largeFile.ts';
import { scratchFolder } from '../support/scratch.ts';

const sample = join(import.meta.dirname, '../../build/sample/november-2021-sec-release.json');
const name = 'November 2021 SEC Release';

function file(folder: string, content: unknown): string {
  const path = join(folder, 'release.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const minimal = { format: 'sec-golive/release', version: 1, release: { name: 'June 2026 SEC Release' } };

describe('a release file', () => {
  it('numbers conditions in the order in which the file has them', async () => {
    const folder = scratchFolder();
    const { does } = testEngine(join(folder, 'store'));
    const texts = Array.from({ length: 30 }, (_, at) => `${(at * 7) % 30} is fixed`);
    const conditions = texts.map((text) => ({ text }));
    await does('release.import', { file: file(folder, { ...minimal, conditions }), replace: false });
    const { facts } = await does('release.open', { release: minimal.release.name, asOf: null });
    expect(numberedConditions(facts).map(({ condition }) => condition.text)).toEqual(texts);
    expect(numberedConditions(facts).map(({ number }) => number)).toEqual(texts.map((_, at) => at + 1));
  });

  it('goes in, out and in again with the same facts and the same ids', async () => {
    const folder = scratchFolder();
    const first = testEngine(join(folder, 'one'));
    await first.does('release.import', { file: sample, replace: false });
    const before = await first.does('release.open', { release: name, asOf: null });
    const exported = await first.does('release.export', { release: name, out: join(folder, 'out.json') });
    expect(exported.files).toBe(6);
    const second = testEngine(join(folder, 'two'));
    await second.does('release.import', { file: exported.file, replace: false });
    const after = await second.does('release.open', { release: name, asOf: null });
    expect(after.facts).toEqual(before.facts);
    await second.does('release.export', { release: name, out: join(folder, 'again.json') });
    const [one, two] = ['out.json', 'again.json'].map((each) => readFileSync(join(folder, each), 'utf8'));
    expect(two?.replaceAll('again.json.files', 'out.json.files')).toBe(one);
  });

  it('is refused when the store has a release of that name, and replaces it when asked, with only the real differences in the history', async () => {
    const folder = scratchFolder();
    const { does, refuses } = testEngine(join(folder, 'store'));
    const path = file(folder, { ...minimal, criteria: [{ reference: 'AC-01', text: 'old' }, { reference: 'AC-02' }] });
    const { id } = await does('release.import', { file: path, replace: false });
    const refused = await refuses('release.import', { file: path, replace: false });
    expect(refused).toMatchObject({ kind: 'conflict', where: 'release.name' });
    const before = await does('history.list', { releaseId: id, limit: 100 });
    file(folder, { ...minimal, criteria: [{ reference: 'AC-01', text: 'new' }, { reference: 'AC-03' }] });
    await does('release.import', { file: path, replace: true });
    const after = await does('history.list', { releaseId: id, limit: 100 });
    const news = after.slice(0, after.length - before.length).map((entry) => `${entry.action} ${entry.recordKey}`);
    expect(news.sort()).toEqual(['create AC-03', 'edit AC-01', 'remove AC-02', 'replace June 2026 SEC Release']);
    expect(await does('release.import', { file: path, replace: true })).toMatchObject({ entry: 0, leftOut: [] });
    expect(await does('history.list', { releaseId: id, limit: 100 })).toEqual(after);
  });

  it.each([
    ['nothing at all', '', /is empty/, null],
    [
      'half a file',
      '{"format": "sec-golive/release", "version": 1, "rel',
      /is not complete JSON \(line 1, column \d+\)/,
      null,
    ],
    ['something else', '[1, 2, 3]', /is not a release file/, 'format'],
    ['another format', { ...minimal, format: 'other' }, /the format "other"/, 'format'],
    ['a version to come', { ...minimal, version: 2 }, /version 2, and this app reads version 1/, 'version'],
    [
      'a version that is text',
      { ...minimal, version: '1' },
      /^In release.json, version "1" is not a number; write 1, without quotation marks\.$/,
      'version',
    ],
    ['no version', { ...minimal, version: undefined }, /^In release.json, version is missing; write 1/, 'version'],
    [
      'a version of an item twice',
      { ...minimal, evidence: [1, 2, 1].map((version) => ({ reference: 'EV-001', version })) },
      /evidence\[2\]\.reference repeats evidence\[0\] with the same version; give one of them another reference or version\.$/,
      'evidence[2].reference',
    ],
    [
      'a part of a modification twice',
      { ...minimal, modifications: ['1', '2', '2'].map((part) => ({ reference: 'MP1', part })) },
      /modifications\[2\]\.reference repeats modifications\[1\] with the same part; /,
      'modifications[2].reference',
    ],
    [
      'its own folder as evidence',
      { ...minimal, evidence: [{ reference: 'EV-001', version: 1, file: '.' }] },
      /evidence\[0\]\.file "\." is a folder; name a file\.$/,
      'evidence[0].file',
    ],
    [
      'an unknown property',
      { ...minimal, criteria: [{ reference: 'AC-01', colour: 'red' }] },
      /criteria\[0\]\.colour is not a known property/,
      'criteria[0].colour',
    ],
    [
      'a day that is not in the calendar',
      { ...minimal, meetings: [{ body: 'TAG', on: '2026-02-30' }] },
      /meetings\[0\]\.on "2026-02-30" is not a calendar date/,
      'meetings[0].on',
    ],
    [
      'a word that is not in the list',
      { ...minimal, modifications: [{ reference: 'MP1', status: 'maybe' }] },
      /modifications\[0\]\.status "maybe" is not one of/,
      'modifications[0].status',
    ],
    ['no name', { ...minimal, release: {} }, /release\.name/, 'release.name'],
    [
      'the same reference twice',
      { ...minimal, criteria: [{ reference: 'AC-01' }, { reference: 'AC-01' }] },
      /criteria\[1\]\.reference repeats criteria\[0\]/,
      'criteria[1].reference',
    ],
    [
      'evidence outside its folder',
      { ...minimal, evidence: [{ reference: 'EV-1', file: '../secret.txt' }] },
      /leaves the release file's folder/,
      'evidence[0].file',
    ],
    [
      'evidence by an absolute path',
      { ...minimal, evidence: [{ reference: 'EV-1', file: '/etc/hostname' }] },
      /not a path relative to the release file/,
      'evidence[0].file',
    ],
    [
      'evidence that is not there',
      { ...minimal, evidence: [{ reference: 'EV-1', file: 'gone.pdf' }] },
      /is not there/,
      'evidence[0].file',
    ],
    [
      'half a character',
      { ...minimal, release: { name: 'A', about: '\ud800' } },
      /half of a character/,
      'release.about',
    ],
  ])(
    'with %s is refused in one sentence that says where, and the store stays as it was',
    async (_what, content, sentence, where) => {
      const folder = scratchFolder();
      const { does, refuses } = testEngine(join(folder, 'store'));
      const refused = await refuses('release.import', { file: file(folder, content), replace: false });
      expect(refused.kind).toBe('invalidInput');
      expect(refused.message).toMatch(sentence);
      expect(refused.message.split('\n')).toHaveLength(1);
      if (where !== null) expect(refused.where).toBe(where);
      expect(await does('release.list', {})).toEqual([]);
    },
  );

  it('may not reach outside through a link', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    mkdirSync(join(folder, 'in'));
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'in', 'link.txt'));
    const { refuses } = testEngine(join(folder, 'store'));
    const path = file(join(folder, 'in'), { ...minimal, evidence: [{ reference: 'EV-1', file: 'link.txt' }] });
    expect((await refuses('release.import', { file: path, replace: false })).message).toMatch(/is a link that leaves/);
  });

  it('is refused when a file was changed since its hash was written', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'report.txt'), 'changed');
    const { does, refuses } = testEngine(join(folder, 'store'));
    const content = { ...minimal, evidence: [{ reference: 'EV-1', file: 'report.txt', sha256: 'a'.repeat(64) }] };
    expect((await refuses('release.import', { file: file(folder, content), replace: false })).where).toBe(
      'evidence[0].sha256',
    );
    expect(await does('release.list', {})).toEqual([]);
  });

  it('whose ids belong to another release of the store is refused whole', async () => {
    const folder = scratchFolder();
    const { does, refuses } = testEngine(join(folder, 'store'));
    const criterion = { id: '0195c000-0000-7000-8000-000000000001', reference: 'AC-01' };
    await does('release.import', { file: file(folder, { ...minimal, criteria: [criterion] }), replace: false });
    const other = { ...minimal, release: { name: 'Other' }, criteria: [criterion] };
    expect((await refuses('release.import', { file: file(folder, other), replace: false })).message).toMatch(
      /already belongs to another criterion/,
    );
    expect(await does('release.list', {})).toHaveLength(1);
  });

  it('goes in with one entry for every thousand records of a kind, each as it stands in the file, and is taken back whole', async () => {
    const folder = scratchFolder();
    const { does } = testEngine(join(folder, 'store'));
    const large = { ...largeFile(0.3), testIssues: [] };
    const { id, records, entry, through } = await does('release.import', { file: file(folder, large), replace: false });
    expect(records).toBeGreaterThan(4500);
    const history = await does('history.list', { releaseId: id, limit: 5000 });
    const counts = history.filter(({ action }) => action === 'batch').map(({ kind, batch }) => [kind, batch.count]);
    expect(counts.filter(([kind]) => kind === 'evidence').map(([, count]) => count)).toEqual([1000, 1000, 1000]);
    expect(counts.every(([, count]) => Number(count) <= 1000)).toBe(true);
    expect(through - entry).toBe(counts.length);
    const { facts } = await does('release.open', { release: id, asOf: null });
    const texts = (all: readonly { readonly reference: string; readonly text: string | null }[]) =>
      new Map(all.map((one) => [one.reference, one.text]));
    expect(texts(facts.criteria)).toEqual(texts(large.criteria));
    expect(facts.evidence).toHaveLength(large.evidence.length);
    expect((await does('store.check', {})).ok).toBe(true);
    const undone = await does('record.undo', { asOf: null, entry, through });
    expect(undone.readiness).toBeNull();
    expect(await does('release.list', {})).toEqual([]);
    await does('record.undo', { asOf: null, entry: undone.entry, through: undone.through });
    expect((await does('release.open', { release: id, asOf: null })).facts).toEqual(facts);
  });

  it('that repeats what must be its own is refused whole, also where its records are written in bulk', async () => {
    const folder = scratchFolder();
    const { does, refuses } = testEngine(join(folder, 'store'));
    const criteria = [{ reference: 'AC-1' }, { reference: 'AC-2' }, { reference: 'AC-1' }];
    const refused = await refuses('release.import', { file: file(folder, { ...minimal, criteria }), replace: false });
    expect(refused.message).toMatch(/repeats criteria\[0\]/);
    expect(await does('release.list', {})).toEqual([]);
    const find = clashFinder('evidence');
    expect(find({ reference: 'EV-1', version: 1 })).toBeNull();
    expect(find({ reference: 'EV-1', version: 2 })).toBeNull();
    expect(find({ reference: 'EV-1', version: 1 })?.kind).toBe('conflict');
  });

  it('is not written into a folder that is not there', async () => {
    const folder = scratchFolder();
    const { does, refuses } = testEngine(join(folder, 'store'));
    await does('release.import', { file: file(folder, minimal), replace: false });
    const out = join(folder, 'no', 'such', 'folder.json');
    expect((await refuses('release.export', { release: minimal.release.name, out })).message).toMatch(
      /There is no folder/,
    );
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});
