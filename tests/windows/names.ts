import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks.ts';
import { ended, holds, same } from './expect.ts';
import { asOf, secas } from './journey.ts';
import type { Machine } from './machine.ts';

/** Names that Linux takes and Windows does not, or takes for something else. */
const awkward = [
  'CON',
  'aux.txt',
  'nul.report.pdf',
  'COM¹.txt',
  'dot at the end.',
  'blank at the end ',
  'C:drive.txt',
  'back\\slash.txt',
  'what? "when" <now> *.txt',
  'Case.txt',
  'case.TXT',
  `${'long '.repeat(45)}name.txt`,
];
const name = 'C:\\Release: “a/b” of CON';

/** What Windows says of file names, written down apart from the app. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;
const isSafe = (file: string) => !/[<>:"/\\|?*\p{Cc}]/u.test(file) && !/[. ]$/.test(file) && !device.test(file);

/** Reserved names, case, `\` and `:`, from a Linux store to a Windows one and out again. */
export function nameChecks(linux: Machine, windows: Machine, room: string): readonly Check[] {
  const folder = join(room, 'names');
  const file = (one: string) => join(folder, one);
  const at = (one: string) => windows.path(file(one));
  const does = async (code: number, ...args: readonly string[]) =>
    ended(await windows.golive(secas, '--store', at('windows'), ...args), code, args.join(' '));
  return [
    {
      name: 'titles and attachments with \\ and :, reserved names, names that differ in case: into a Windows store',
      run: async () => {
        mkdirSync(file('sources'), { recursive: true });
        const here = async (...args: readonly string[]) =>
          ended(await linux.golive(secas, '--store', file('linux'), ...args), 0, args.join(' '));
        const criteria = [{ reference: 'AC:01\\x', text: 'C:\\: “all” of it?' }];
        const facts = { release: { name, kind: 'system' }, criteria };
        writeFileSync(file('release.json'), JSON.stringify({ format: 'sec-golive/release', version: 1, ...facts }));
        await here('release', 'import', file('release.json'));
        for (const [number, each] of awkward.entries()) {
          writeFileSync(join(file('sources'), each), `Content ${number} of ${each}`);
          const what = ['--file', join(file('sources'), each), '--title', each, '--provider', 'SECAS'];
          await here('evidence', 'add', name, '--criterion', 'AC:01\\x', ...what);
        }
        await here('bundle', 'export', name, '--full', '--out', file('1.golive'));
        const seen = await does(0, 'bundle', 'inspect', at('1.golive'));
        const { fingerprint } = seen.json<{ fingerprint: string }>();
        await does(0, 'bundle', 'apply', at('1.golive'), '--trust', fingerprint);
        return `${awkward.length} files`;
      },
    },
    {
      name: 'pack extract writes names that Windows takes, each content once',
      run: async () => {
        await does(0, 'pack', 'export', name, ...asOf, '--out', at('pack.pdf'));
        await does(0, 'pack', 'verify', at('pack.pdf'));
        mkdirSync(file('taken out'));
        await does(0, 'pack', 'extract', at('pack.pdf'), '--out', at('taken out'));
        allThere(file('taken out'), readdirSync(file('taken out')));
        return undefined;
      },
    },
    {
      name: 'release export writes names that Windows takes, and they come in again',
      run: async () => {
        await does(0, 'release', 'export', name, '--out', at('out.json'));
        const files = readdirSync(file('out.json.files'), { recursive: true, encoding: 'utf8' });
        allThere(file('out.json.files'), files);
        const again = await windows.golive(secas, '--store', at('again'), 'release', 'import', at('out.json'));
        same(ended(again, 0, 'release import').json().files, awkward.length, 'The number of files');
        return undefined;
      },
    },
  ];
}

/** Every content of `sources`, under names that Windows takes and that differ in more than case. */
function allThere(folder: string, paths: readonly string[]): void {
  const names = paths.flatMap((path) => path.split('/'));
  const unsafe = names.filter((each) => !isSafe(each));
  holds(unsafe.length === 0, `Windows does not take ${unsafe.map((each) => JSON.stringify(each)).join(', ')}`);
  const folded = new Set(paths.map((path) => path.toLowerCase()));
  same(folded.size, paths.length, 'The number of names without regard to case');
  const contents = paths.flatMap((path) => contentOf(join(folder, path)));
  const missing = awkward.filter((each, number) => !contents.includes(`Content ${number} of ${each}`));
  holds(missing.length === 0, `the content of ${missing.join(', ')} is not there`);
}

function contentOf(path: string): readonly string[] {
  try {
    return [readFileSync(path, 'utf8')];
  } catch {
    return [];
  }
}
