import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { storePaths } from '../../electron/store/storePaths.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'June 2026 SEC Release';

/** A store with one release, whose evidence has these references, each with a file of its own called `d1.txt`. */
async function withEvidence(references: readonly string[]) {
  const folder = scratchFolder();
  const evidence = references.map((reference, at) => {
    mkdirSync(join(folder, 'in', String(at)), { recursive: true });
    writeFileSync(join(folder, 'in', String(at), 'd1.txt'), `content of ${at}`);
    return { reference, version: 1, title: reference, file: `${at}/d1.txt` };
  });
  const file = join(folder, 'in', 'release.json');
  const head = { format: 'sec-golive/release', version: 1, release: { name } };
  writeFileSync(file, JSON.stringify({ ...head, evidence }));
  const store = join(folder, 'store');
  const test = testEngine(store);
  await test.does('release.import', { file, replace: false });
  const out = join(folder, 'out', 'release.json');
  mkdirSync(dirname(out));
  const { facts } = await test.does('release.open', { release: name, asOf: null });
  const held = facts.evidence.map(({ sha256 }) => attachmentPath(storePaths(store).files, sha256 ?? ''));
  return { ...test, folder, store, out, facts, held };
}

/** What lies in a folder and below. */
const namesIn = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).sort();

describe('an exported release file', () => {
  it('has a file for each item, however alike some system takes their references for', async () => {
    const long = 'E'.repeat(210);
    const alike = ['EV/1', 'EV?1', 'ev-1', 'EV-1', 'EV é', 'EV e\u0301', `${long}1`, `${long}2`];
    const { folder, out, facts, does } = await withEvidence(alike);
    const exported = await does('release.export', { release: name, out });
    expect(exported.files).toBe(alike.length);
    const { evidence } = JSON.parse(readFileSync(out, 'utf8')) as { evidence: readonly { file: string }[] };
    const folded = evidence.map(({ file }) => file.normalize('NFC').toLowerCase());
    expect(new Set(folded).size).toBe(alike.length);
    const second = testEngine(join(folder, 'second'));
    await second.does('release.import', { file: out, replace: false });
    const there = await second.does('release.open', { release: name, asOf: null });
    expect(there.facts.evidence).toEqual(facts.evidence);
  });

  it.each(['damaged', 'missing'])('is not written with a %s file, and nothing else is', async (what) => {
    const { out, held, refuses } = await withEvidence(['EV-001', 'EV-002', 'EV-003']);
    const [, second = ''] = held;
    if (what === 'damaged') appendFileSync(second, '!');
    else rmSync(second);
    const told = await refuses('release.export', { release: name, out });
    expect(told).toMatchObject({ kind: 'storeFailed', where: 'evidence:EV-002@1' });
    expect(told.message).toMatch(/^The file of EV-002@1 .*; restore it from a backup, or take it out for good/);
    expect(namesIn(dirname(out))).toEqual([]);
  });

  it('keeps what lies where its evidence goes, and uses again what is equal', async () => {
    const { out, does } = await withEvidence(['EV-001', 'EV-002']);
    await does('release.export', { release: name, out });
    const first = namesIn(dirname(out));
    await does('release.export', { release: name, out });
    expect(namesIn(dirname(out))).toEqual(first);
    const other = join(`${out}.files`, 'EV-001@1', 'd1.txt');
    writeFileSync(other, 'of somebody else');
    const { file } = await does('release.export', { release: name, out });
    expect(readFileSync(other, 'utf8')).toBe('of somebody else');
    const { evidence } = JSON.parse(readFileSync(file, 'utf8')) as { evidence: readonly { file: string }[] };
    expect(readFileSync(join(dirname(out), evidence[0]?.file ?? ''), 'utf8')).toBe('content of 0');
  });

  it('leaves nothing where its name is longer than the system allows', async () => {
    const { out, refuses } = await withEvidence(['EV-001']);
    const told = await refuses('release.export', { release: name, out: join(dirname(out), `${'n'.repeat(248)}.json`) });
    expect(told.message).toMatch(/has a longer name than this system allows/);
    expect(namesIn(dirname(out))).toEqual([]);
  });

  it('is refused where a file stands in place of its folder', async () => {
    const { out, refuses } = await withEvidence(['EV-001']);
    writeFileSync(`${out}.files`, 'no folder');
    const told = await refuses('release.export', { release: name, out });
    expect(told.message).toBe(`${out}.files, where the evidence goes, is not a folder; name another release file.`);
    expect(namesIn(dirname(out))).toEqual(['release.json.files']);
  });
});

describe('a copy of an item’s file', () => {
  it('is true, or is not made', async () => {
    const { folder, facts, held, does, refuses } = await withEvidence(['EV-001']);
    const into = join(folder, 'copies');
    mkdirSync(into);
    const id = facts.evidence[0]?.id ?? '';
    const { file } = await does('evidence.copyOut', { id, folder: into });
    expect(readFileSync(file, 'utf8')).toBe('content of 0');
    rmSync(file);
    appendFileSync(held[0] ?? '', '!');
    const told = await refuses('evidence.copyOut', { id, folder: into });
    expect(told).toMatchObject({ kind: 'storeFailed', where: 'evidence:EV-001@1' });
    expect(readdirSync(into)).toEqual([]);
  });
});
