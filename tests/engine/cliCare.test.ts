import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliPath, golive, withFile, withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'November 2021 SEC Release';
const final = ['pack', 'export', name, '--as-of', '2021-10-20', '--final', '--accept-blockers', 'Asked for.', '--out'];

/** The stored file whose content holds these words. */
function storedFile(store: string, words: string): string {
  for (const folder of readdirSync(join(store, 'files'))) {
    for (const file of readdirSync(join(store, 'files', folder))) {
      const path = join(store, 'files', folder, file);
      if (readFileSync(path, 'latin1').includes(words)) return path;
    }
  }
  throw new Error(`No stored file holds ${words}`);
}

describe('final packs', () => {
  it('issued twice at once are one final and one refusal that leaves no file behind', async () => {
    const { folder, store } = withSample();
    const outs = ['a.pdf', 'b.pdf'].map((file) => join(folder, file));
    const codes = await Promise.all(
      outs.map(
        (out) =>
          new Promise<number | null>((resolve) => {
            spawn(process.execPath, [cliPath, '--store', store, ...final, out], { stdio: 'ignore' }).on(
              'exit',
              resolve,
            );
          }),
      ),
    );
    const issued = outs.filter((out) => existsSync(out));
    expect(codes.filter((code) => code === 0)).toHaveLength(issued.length);
    const numbers = issued.map(
      (out) => /number\s+(\d+)/i.exec(execFileSync('pdftotext', [out, '-'], { encoding: 'utf8' }))?.[1],
    );
    expect(new Set(numbers).size).toBe(issued.length);
    expect(golive(store, '--json', 'store', 'check').json()).toEqual({ ok: true, problems: [] });
  });

  it('say what changed since the one before, and the store notices when one is lost', () => {
    const { folder, store } = withSample();
    const first = golive(store, '--json', ...final, join(folder, 'first.pdf')).json() as { sha256: string };
    const file = join(folder, 'facts.json');
    golive(store, 'release', 'export', name, '--out', file);
    const facts = JSON.parse(readFileSync(file, 'utf8'));
    facts.criteria[5].selfStatus = 'met';
    writeFileSync(file, JSON.stringify(facts));
    expect(golive(store, '--as', 'Bo Test, DCC', 'release', 'import', file, '--replace').code).toBe(0);
    const second = join(folder, 'second.pdf');
    golive(store, ...final, second);
    const text = execFileSync('pdftotext', [second, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    expect(text).toContain('1 change since SEC-GL 2021-11 · 1 of 20 October 2021');
    expect(text).not.toContain('No earlier final pack');
    expect(golive(store, '--json', 'pack', 'verify', second).json()).toEqual({
      ok: true,
      pages: 'checked',
      problems: [],
      signatures: [],
    });
    rmSync(join(store, 'files', first.sha256.slice(0, 2), first.sha256));
    expect(golive(store, 'store', 'check').out).toContain(first.sha256);
  });
});

describe('a file that the store has lost', () => {
  it.each([
    ['pack', ['pack', 'export', name, '--out']],
    ['release', ['release', 'export', name, '--out']],
  ])('stops the %s export, which would be untrue without it', (_what, command) => {
    const { folder, store } = withSample();
    rmSync(storedFile(store, 'Service desk briefing'));
    const out = join(folder, 'out');
    const run = golive(store, '--json', ...command, out);
    expect(run.code).toBe(4);
    expect(run.json()).toMatchObject({ error: { kind: 'storeFailed', where: 'evidence:EV-005@1' } });
    expect(existsSync(out)).toBe(false);
  });
});

describe('a backup', () => {
  it('carries the evidence and the final packs, and a restore elsewhere is sound', () => {
    const { folder, store } = withSample();
    golive(store, ...final, join(folder, 'final.pdf'));
    const backup = join(folder, 'kept.sqlite');
    expect(golive(store, '--json', 'store', 'backup', '--out', backup).json()).toEqual({
      file: backup,
      missingFiles: 0,
      damagedFiles: [],
    });
    const elsewhere = join(scratchFolder(), 'store');
    expect(golive(elsewhere, '--json', 'store', 'restore', backup).json()).toEqual({
      keptAs: null,
      missingFiles: 0,
      mendedFiles: [],
      disagreements: [],
      issuedSince: [],
    });
    expect(golive(elsewhere, '--json', 'store', 'check').json()).toEqual({ ok: true, problems: [] });
    rmSync(`${backup}.files`, { recursive: true });
    const bare = golive(join(scratchFolder(), 'store'), '--json', 'store', 'restore', backup);
    expect([bare.code, bare.json()]).toEqual([
      1,
      { keptAs: null, missingFiles: 7, mendedFiles: [], disagreements: [], issuedSince: [] },
    ]);
  });
});

it('a restore names what was issued since, and no final gets its number again', () => {
  const { folder, store } = withSample();
  const backup = join(folder, 'kept.sqlite');
  golive(store, 'store', 'backup', '--out', backup);
  golive(store, ...final, join(folder, 'first.pdf'));
  const restored = golive(store, '--json', 'store', 'restore', backup);
  expect(restored.json()).toMatchObject({ issuedSince: ['SEC-GL 2021-11 · 1'] });
  expect(golive(store, '--json', ...final, join(folder, 'second.pdf')).json()).toMatchObject({
    reference: 'SEC-GL 2021-11 · 2',
  });
  expect(golive(store, '--json', 'store', 'check').json()).toEqual({ ok: true, problems: [] });
  const again = golive(store, 'store', 'restore', backup);
  expect(again.out).toContain('Issued before, and not in this backup: SEC-GL 2021-11 · 2 and SEC-GL 2021-11 · 1.');
});

describe('golive evidence add', () => {
  it.each([
    ['a criterion that is not there', ['--criterion', 'AC-99'], 3, /There is no criterion AC-99/],
    ['a criterion without a name', ['--criterion', ''], 3, /The reference of a criterion is empty; name one/],
    ['one without a name among others', ['--criterion', 'AC-01', ' '], 3, /The reference of a criterion is empty/],
    [
      'a version that is not there',
      ['--criterion', 'AC-01', '--supersedes', 'EV-099@1'],
      3,
      /no evidence EV-099@1 to supersede/,
    ],
    [
      'a version that was superseded',
      ['--criterion', 'AC-01', '--supersedes', 'EV-001@1'],
      3,
      /superseded by EV-001@2 already/,
    ],
    ['a provider it does not know', ['--criterion', 'AC-01', '--provider', 'dcc'], 2, /DCC, SECAS/],
  ])('refuses %s', (_what, options, code, sentence) => {
    const { folder, store } = withSample();
    writeFileSync(join(folder, 'x.txt'), 'x');
    const run = golive(store, 'evidence', 'add', name, '--file', join(folder, 'x.txt'), ...options);
    expect(run.code).toBe(code);
    expect(run.err).toMatch(sentence);
  });
});

describe('a release file', () => {
  const minimal = { format: 'sec-golive/release', version: 1, release: { name: 'X' } };
  it('may say null for an id and a version, and blanks around references do not part what belongs together', () => {
    const { store, file } = withFile({
      ...minimal,
      criteria: [{ id: null, reference: ' AC-01' }],
      evidence: [{ id: null, reference: 'EV-1', version: null, criteria: [' AC-01'] }],
    });
    expect(golive(store, 'release', 'import', file).code).toBe(0);
    const { facts } = golive(store, '--json', 'release', 'show', 'X').json() as { facts: { evidence: unknown[] } };
    expect(facts.evidence[0]).toMatchObject({ reference: 'EV-1', version: 1, criteria: ['AC-01'] });
  });

  it.each([
    [
      'the same id twice',
      {
        ...minimal,
        criteria: [1, 2].map((n) => ({ id: '0195c000-0000-7000-8000-000000000001', reference: `AC-${n}` })),
      },
      'criteria[1].id',
    ],
    [
      'a nesting no file of ours has',
      { ...minimal, release: { name: 'X', classification: JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) } },
      null,
    ],
    ['an empty part', { ...minimal, modifications: [{ reference: 'MP1', part: '' }] }, 'modifications[0].part'],
  ])('with %s is exit 3 with its place', (_what, content, where) => {
    const { store, file } = withFile(content);
    const run = golive(store, '--json', 'release', 'import', file);
    expect(run.code).toBe(3);
    expect(run.json()).toMatchObject({ error: { kind: 'invalidInput', where } });
  });
});
