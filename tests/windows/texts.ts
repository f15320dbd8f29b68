import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks.ts';
import { ended, holds, refused, same } from './expect.ts';
import { imports, release, sample, secas } from './journey.ts';
import type { Machine } from './machine.ts';

/** A text input of each kind, and the import that reads it. */
const inputs: readonly (readonly [string, string])[] = [
  ['issues', 'azure-devops.csv'],
  ['issues', 'jira.csv'],
  ['scope', 'rid-scope.csv'],
  ['criteria', 'rid-criteria.csv'],
  ['views', 'minutes.md'],
  ['results', 'surefire.xml'],
  ['results', 'jest.xml'],
  ['results', 'robot-xunit.xml'],
];

/** Commands that read a file which somebody names, here FILE, and what that file is called. */
const readers: readonly (readonly [string, readonly string[]])[] = [
  ['nought.json', ['release', 'import', 'FILE']],
  ['nought.csv', ['import', 'issues', 'FILE', '--release', release]],
  ['nought.txt', ['evidence', 'add', release, '--criterion', 'AC-05', '--file', 'FILE']],
  ['nought.pdf', ['pack', 'extract', 'FILE', '--out', 'OUT']],
  ['nought.pdf', ['paper', 'read', 'FILE', '--release', release]],
  ['nought.pdf', ['pack', 'comments', 'FILE', '--release', release]],
  ['nought.golive', ['bundle', 'inspect', 'FILE']],
  ['nought.txt', ['bundle', 'export', release, '--out', 'OUT', '--passphrase-file', 'FILE']],
  ['nought.sqlite', ['store', 'restore', 'FILE']],
];

/** What Windows programs write, and what OneDrive leaves in its place. */
export function textChecks(windows: Machine, room: string): readonly Check[] {
  const folder = join(room, 'texts');
  const at = (name: string) => windows.path(join(folder, name));
  const golive = (...args: readonly string[]) => windows.golive(secas, '--store', at('store'), ...args);
  const dryRun = async (kind: string, file: string) => {
    const run = await golive('import', kind, file, '--release', release, '--on-behalf', '--dry-run');
    return { code: run.code, ...run.json<object>() };
  };
  return [
    {
      name: 'a release file with CRLF and a byte order mark',
      run: async () => {
        mkdirSync(folder, { recursive: true });
        ended(await golive('release', 'import', windows.path(sample)), 0, 'release import');
        ended(await golive('release', 'export', release, '--out', at('plain.json')), 0, 'release export');
        const facts = JSON.parse(readFileSync(join(folder, 'plain.json'), 'utf8'));
        writeFileSync(join(folder, 'crlf.json'), `\ufeff${JSON.stringify(facts, null, 2).replaceAll('\n', '\r\n')}`);
        const run = await golive('release', 'import', at('crlf.json'), '--replace', '--on-behalf');
        ended(run, 0, 'release import');
        return undefined;
      },
    },
    ...inputs.map(([kind, name]) => ({
      name: `CRLF reads as LF: ${name}`,
      run: async () => {
        const text = readFileSync(join(imports, name), 'utf8').replaceAll('\r\n', '\n');
        const [plain, windowsText] = [`lf ${name}`, `crlf ${name}`];
        writeFileSync(join(folder, plain), text);
        writeFileSync(join(folder, windowsText), text.replaceAll('\n', '\r\n'));
        const read = await dryRun(kind, at(windowsText));
        same(read, await dryRun(kind, at(plain)), 'What was read with CRLF');
        return undefined;
      },
    })),
    {
      name: 'a table in code page 1252, as Excel saves it',
      run: async () => {
        const head = 'Reference;Title;Severity;Phase;Status\r\n';
        const rows = Buffer.from(`${head}TI-900;Na\xefve \x96 \x93caf\xe9\x94 \xa35;2;SIT;Open\r\n`, 'latin1');
        writeFileSync(join(folder, '1252.csv'), rows);
        const args = ['import', 'issues', at('1252.csv'), '--release', release, '--on-behalf'];
        const { read } = ended(await golive(...args), 0, 'import').json<{ read: { encoding: string } }>();
        same(read.encoding, 'Windows-1252', 'The encoding');
        ended(await golive('table', 'export', release, 'issues', '--out', at('issues.csv')), 0, 'table export');
        const written = readFileSync(join(folder, 'issues.csv'), 'utf8');
        holds(written.includes('Naïve – “café” £5'), 'the words did not come through');
        return undefined;
      },
    },
    ...readers.map(([name, args]) => ({
      name: `a file of 0 bytes, as OneDrive may leave it: ${args.slice(0, 2).join(' ')}`,
      run: async () => {
        writeFileSync(join(folder, name), '');
        const named = args.map((each) => (each === 'FILE' ? at(name) : each === 'OUT' ? at('out') : each));
        return refused(await golive(...named), [2, 3], /empty|0 bytes/, name);
      },
    })),
  ];
}
