import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { golive, withFile, withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'November 2021 SEC Release';

describe('golive’s exit codes and errors', () => {
  it.each([
    [['release', 'export', '', '--out', 'x'], 'release "" is empty; write what is meant there.'],
    [['release', 'export', name, '--out', ''], 'out "" is empty; write what is meant there.'],
    [['import', 'issues', 'nowhere.csv', '--release', ''], 'release "" is empty; write what is meant there.'],
    [
      ['import', 'issues', 'nowhere.csv', '--release', name],
      '“nowhere.csv” is not there; check its name and its folder, for it may have been moved or renamed.',
    ],
    [['calendar', '2026', '2027'], /but got 2: 2026, 2027; golive --help shows how\.$/],
    [['release', 'list', '--jsn'], /^Unknown option '--jsn'[^\n]*; golive --help shows how\.$/],
  ])('%j says what is wrong with what was written', (args, sentence) => {
    const { store } = withSample();
    const said = golive(store, ...args).err.trim();
    if (typeof sentence === 'string') expect(said).toContain(sentence);
    else expect(said).toMatch(sentence);
  });

  it('evidence of the same content names a way to add it that there is', () => {
    const { store, folder } = withSample();
    const file = join(folder, 'once.txt');
    writeFileSync(file, 'The same content.');
    const add = ['evidence', 'add', name, '--criterion', 'AC-01', '--file', file];
    expect(golive(store, ...add).code).toBe(0);
    const refused = golive(store, ...add);
    expect([refused.code, refused.err]).toEqual([
      3,
      expect.stringMatching(/or add it anyway \(--even-so in a terminal\)\.$/m),
    ]);
    expect(golive(store, ...add, '--even-so').code).toBe(0);
  });

  it.each([
    ['an option it does not know', ['--bogus'], 2],
    ['no command', [], 2],
    ['half a command', ['release'], 2],
    ['a day that is not in the calendar', ['readiness', name, '--as-of', '2021-02-30'], 2],
    ['an actor without an organisation', ['--as', 'Ada', 'release', 'list'], 2],
    ['a release it does not have', ['readiness', 'June 2099 SEC Release'], 3],
    ['a file that is not there', ['release', 'import', 'nowhere.json'], 3],
  ])('%s is one sentence on stderr and exit code of its kind', (_what, args, code) => {
    const { store } = withSample();
    const run = golive(store, ...args);
    expect(run.code).toBe(code);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect(run.err.trim()).toMatch(/\.$/);
    const asJson = golive(store, '--json', ...args);
    expect(asJson.json()).toEqual({
      error: {
        kind: expect.any(String),
        message: run.err.trim(),
        where: expect.toSatisfy((where: unknown) => where === null || typeof where === 'string'),
      },
    });
  });

  it('a mistyped store is not begun by accident', () => {
    const folder = join(scratchFolder(), 'mistyped');
    const run = golive(folder, 'release', 'list');
    expect(run.code).toBe(4);
    expect(existsSync(folder)).toBe(false);
  });

  it('a broken release file is exit 3, names the path inside it, and leaves the store as it was', () => {
    const { store } = withSample();
    const before = golive(store, '--json', 'release', 'show', name).out;
    const { file } = withFile({
      format: 'sec-golive/release',
      version: 1,
      release: { name: 'X' },
      criteria: [{ reference: 'AC-01', due: '2021-99-01' }],
    });
    const run = golive(store, '--json', 'release', 'import', file);
    expect(run.code).toBe(3);
    expect(run.json()).toMatchObject({ error: { kind: 'invalidInput', where: 'criteria[0].due' } });
    expect(golive(store, '--json', 'release', 'show', name).out).toBe(before);
  });

  it.each(['damaged', 'newer'])('a %s store is exit 4', (what) => {
    const { store } = withSample();
    const file = join(store, 'store.sqlite');
    if (what === 'damaged') writeFileSync(file, 'rubbish that is long enough to be taken for a file');
    else {
      const db = new Database(file);
      db.pragma('user_version = 999');
      db.close();
    }
    expect(golive(store, 'release', 'list').code).toBe(4);
  });

  it('store check is exit 1 when a file was changed behind the store’s back, and names it', () => {
    const { store } = withSample();
    const folder = readdirSync(join(store, 'files'))[0] ?? '';
    const [file = ''] = readdirSync(join(store, 'files', folder));
    writeFileSync(join(store, 'files', folder, file), 'changed');
    const run = golive(store, '--json', 'store', 'check');
    expect(run.code).toBe(1);
    const { problems } = run.json() as { problems: readonly { sentence: string; record: string }[] };
    expect(problems).toHaveLength(1);
    const [{ sentence, record } = { sentence: '', record: '' }] = problems;
    expect(record).toMatch(/^evidence:EV-\d+@\d+$/);
    expect(sentence).toBe(
      `The file of ${record.slice('evidence:'.length)} (${name}; SHA-256 ${file}) was changed in the store's files folder; restore it from a backup.`,
    );
  });

  it('prints the JSON Schema of the release file, which knows every section', () => {
    const schema = golive('unused', '--json', 'schema', 'release').json() as {
      properties: object;
      additionalProperties: boolean;
    };
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['format', 'version', 'release', 'criteria', 'views', 'publication']),
    );
    expect(schema.additionalProperties).toBe(false);
  });
});
