import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { golive as asSecas, cliPath, withSample } from '../support/golive.ts';

const release = 'November 2021 SEC Release';
/** Test results and issues are the DCC's to keep. */
const golive = (store: string, ...args: readonly string[]) => asSecas(store, '--as', 'Ada Byron, DCC', ...args);
const input = (name: string) => fileURLToPath(new URL(`../fixtures/inputs/${name}`, import.meta.url));

describe('golive import', () => {
  it('shows how it read columns, words and dates, in text and in JSON', () => {
    const { store } = withSample();
    const args = ['import', 'issues', input('azure-us-dates.csv'), '--release', release, '--dry-run'];
    const { out } = golive(store, ...args);
    expect(out).toContain('Read CSV, UTF-8, headings in row 1.');
    expect(out).toContain('  Column “State” as Open');
    expect(out).toContain('  Left aside: “Work Item Type”');
    expect(out).toContain('  “Active” in “State” as open or yes (4 rows)');
    expect(out).toContain('Dates in numbers are read month first');
    expect(golive(store, '--json', ...args).json()).toMatchObject({
      taken: 4,
      read: {
        format: 'CSV',
        columns: { State: 'open', 'Target Date': 'fixBy' },
        dateOrder: 'monthFirst',
        questions: [],
      },
    });
  });

  it('asks for a word that it does not know, before anything is taken, and takes the answer', () => {
    const { store } = withSample();
    const args = ['import', 'issues', input('unknown-status.csv'), '--release', release];
    const asked = golive(store, ...args);
    expect(asked.code).toBe(3);
    expect(asked.err).toContain('Nothing was taken.');
    expect(asked.err).toContain('? “Parked” in the column “Status” (1 row)');
    expect(asked.err).toContain('--value "open:Parked=…"');
    expect(golive(store, '--json', ...args).json()).toMatchObject({
      error: { where: 'Fixed' },
      read: { questions: [{ word: 'Fixed' }, { word: 'Parked' }] },
    });
    const answered = golive(store, ...args, '--value', 'open:Fixed=closed', 'open:Parked=');
    expect(answered.code).toBe(0);
    expect(answered.out).toContain('Took 2 new records');
  });

  it('would take nothing, either, before it is said what a word means', () => {
    const { store } = withSample();
    const args = ['import', 'issues', input('unknown-status.csv'), '--release', release, '--dry-run'];
    const planned = golive(store, ...args);
    expect(planned.code).toBe(3);
    expect(planned.out).toContain('Nothing would be taken before this is said.');
    expect(planned.out).not.toContain('Would take');
    expect(planned.out).toContain('? “Parked” in the column “Status” (1 row)');
    expect(golive(store, '--json', ...args).json()).toMatchObject({
      taken: 0,
      updated: 0,
      missing: 0,
      read: { questions: [{ word: 'Fixed' }, { word: 'Parked' }] },
    });
  });

  it.each([
    [['--sheet', 'X'], /has no sheets, so none of them can be chosen; leave out the sheet “X”/],
    [['--value', 'foo:1=2'], /“foo” is no field of this import/],
    [['--value', 'severity:1=77'], /cannot stand for “77”/],
    [['--map', 'Nope=title'], /There is no column “Nope”/],
  ])('names a choice that cannot be kept, and that nothing was taken: %s', (choice, sentence) => {
    const { store } = withSample();
    const args = ['import', 'issues', input('azure-us-dates.csv'), '--release', release, ...choice];
    const refused = golive(store, '--json', ...args).json();
    const nothing = { taken: 0, updated: 0, refused: [] };
    expect(refused).toMatchObject({ error: { message: expect.stringMatching(sentence) }, ...nothing });
  });

  it('says of a file that is refused as a whole that nothing was taken, and counts no row', () => {
    const { store, folder } = withSample();
    const table = join(folder, 'none.csv');
    writeFileSync(table, 'Foo,Bar\n1,2\n3,4\n');
    for (const [more, verb] of [
      [[], 'Took'],
      [['--dry-run'], 'Would take'],
    ] as const) {
      const { code, out } = golive(store, 'import', 'issues', table, '--release', release, ...more);
      expect(code).toBe(3);
      expect(out).toContain(`${verb} nothing.\n✕ No column gives the issue`);
      expect(out).not.toMatch(/\d+ refused/);
    }
  });

  it('counts a file once that is named more than once, by whatever path, and says so', () => {
    const { store, folder } = withSample();
    const file = join(folder, 'TEST-a.xml');
    writeFileSync(file, '<testsuite name="S"><testcase name="a"/><testcase name="b"/></testsuite>');
    symlinkSync(file, join(folder, 'other.xml'));
    const named = [file, join(folder, 'none', '..', 'TEST-a.xml'), join(folder, 'other.xml')];
    const args = ['import', 'results', ...named, '--release', release, '--phase', 'New', '--dry-run'];
    const { out } = golive(store, ...args);
    expect(out).toContain('Named more than once, and counted once: “TEST-a.xml” and “other.xml”.');
    expect(out).toMatch(/New: 2 planned, 2 run, 2 passed/);
  });

  it('says beside what it asks that nothing was taken, and which rows could not be read', () => {
    const { store, folder } = withSample();
    const table = join(folder, 'severities.csv');
    writeFileSync(
      table,
      'Reference,Severity,Title,Status,Phase\nE-1,x,t,Open,SIT\nE-2,2,t,Open,SIT\nE-3,99,t,Open,SIT\n',
    );
    const args = ['import', 'issues', table, '--release', release];
    const asked = golive(store, '--json', ...args);
    expect(asked.code).toBe(3);
    expect(asked.json()).toMatchObject({
      error: { where: 'x' },
      taken: 0,
      updated: 0,
      refused: [
        { row: 2, column: 'Severity', sentence: expect.stringContaining('“x”') },
        { row: 4, column: 'Severity', sentence: expect.stringContaining('“99”') },
      ],
      refusedCount: 2,
    });
    const { err } = golive(store, ...args);
    expect(err).toContain('✕ Row 4, Severity: ');
    expect(err).toContain('“x” in the column “Severity” (1 row) is a word that this import does not know');
    expect(err).toContain(
      '“99” in the column “Severity” (1 row) is no severity, for those are whole numbers from 1 to 9; say which of them it stands for.',
    );
    expect(golive(store, '--json', ...args, '--value', 'severity:x=1', 'severity:99=').json()).toMatchObject({
      taken: 3,
      refused: [],
    });
  });

  it('asks which number is meant where a list of tests is cut short', () => {
    const { store } = withSample();
    const args = ['import', 'results', input('partial-list.xml'), '--release', release];
    expect(golive(store, ...args).err).toContain('--partial listed or stated');
    expect(golive(store, ...args, '--partial', 'stated').out).toContain(
      'SIT: 100 planned, 100 run, 97 passed, 3 failed, 0 not run',
    );
  });

  it('adds up many files of one run, and a folder of them, to one phase; what is replaced is told', () => {
    const { store, folder } = withSample();
    const files = ['surefire-TEST-1.xml', 'surefire-TEST-2.xml'].map(input);
    const run = (...paths: readonly string[]) =>
      golive(store, 'import', 'results', ...paths, '--release', release, '--phase', 'Run 7');
    expect(run(files[0] as string).out).toContain('Run 7: 2 planned');
    expect(run(...files).out).toContain('Run 7: 5 planned, 5 run, 5 passed, 0 failed, 0 not run (instead of 2 planned');
    const reports = join(folder, 'reports');
    mkdirSync(reports);
    for (const [index, file] of files.entries()) writeFileSync(join(reports, `TEST-${index}.xml`), readFileSync(file));
    expect(run(reports).out).toContain('0 new records, 0 updated, 1 as they stood');
  });

  it('makes no phase of what holds no results', () => {
    const { store, folder } = withSample();
    const lines = join(folder, 'lines.json');
    writeFileSync(lines, '{"a":1}\n{"a":2}\n');
    for (const file of [lines, input('unknown-outcome-heading.csv')])
      expect(golive(store, 'import', 'results', file, '--release', release, '--phase', 'SIT').code).toBe(3);
    expect(golive(store, '--json', 'release', 'show', release).out).not.toContain('"planned":2');
  });

  it('ends quietly where nobody reads on', () => {
    const { store } = withSample();
    const command = `"${process.execPath}" "${cliPath}" --store "${store}" readiness "${release}" | true; exit \${PIPESTATUS[0]}`;
    const run = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, '']);
  });
});
