import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commentPdf, findWords } from '../support/commentPdf.ts';
import { answersTo, fillWithPdfLib } from '../support/fillPaper.ts';
import { ended } from './expect.ts';
import type { Machine, Run } from './machine.ts';

const root = join(import.meta.dirname, '../..');
export const sample = join(root, 'build/sample/november-2021-sec-release.json');
export const imports = join(root, 'tests/fixtures/imports');
export const release = 'November 2021 SEC Release';
export const asOf = ['--as-of', '2021-10-20'];
export const secas = 'Ada Byron, SECAS';
export const dcc = 'Charles Babbage, DCC';

/** One command of the journey, and the shape of what it answered. */
export interface Step {
  readonly command: string;
  readonly code: number | null;
  readonly shape: readonly string[];
}

/**
 * Runs every command at least once, in two stores of one machine; says what it ran, and which of the known commands it
 * did not.
 */
export async function journey(
  machine: Machine,
  folder: string,
  known: readonly string[],
): Promise<{ readonly steps: readonly Step[]; readonly neverRan: readonly string[] }> {
  const ran = new Set<string>();
  const steps: Step[] = [];
  mkdirSync(join(folder, 'shared'), { recursive: true });
  const at = (name: string) => machine.path(join(folder, name));
  const by =
    (who: string, store: string) =>
    async (code: number, ...args: readonly string[]) => {
      const run = await machine.golive(who, '--store', at(store), ...args);
      const command = known.find((name) => name === args.slice(0, name.split(' ').length).join(' ')) ?? '';
      ended(run, code, `golive ${args.join(' ')}`);
      ran.add(command);
      steps.push({ command, code: run.code, shape: shapeOf(run) });
      return run;
    };
  const does = by(secas, 'secas');
  const other = by(dcc, 'dcc');
  const file = (name: string) => join(folder, name);

  await does(0, 'release', 'import', machine.path(sample));
  await look(does);
  await pages(does, file, at);
  await tables(does, machine, at);
  await changes(does, file, at);
  await finals(does, file, at);
  await exchange(does, other, at);
  await settle(does, other, at);
  await keep(does, at);
  return { steps, neverRan: known.filter((name) => !ran.has(name)) };
}

type Does = (code: number, ...args: readonly string[]) => Promise<Run>;
type Name = (name: string) => string;

async function look(does: Does): Promise<void> {
  await does(0, 'release', 'list');
  await does(0, 'release', 'show', release);
  await does(0, 'calendar', '2026');
  for (const format of ['release', 'snapshot', 'bundle']) await does(0, 'schema', format);
  for (const command of ['readiness', 'plan', 'slip', 'sufficiency']) await does(0, command, release, ...asOf);
  for (const text of ['release-page', 'newsletter']) await does(0, 'text', release, text, ...asOf);
}

/** Packs and papers, and what comes back in them. */
async function pages(does: Does, file: Name, at: Name): Promise<void> {
  await does(0, 'pack', 'export', release, ...asOf, '--out', at('draft.pdf'));
  await does(0, 'pack', 'verify', at('draft.pdf'));
  mkdirSync(file('taken out'));
  await does(0, 'pack', 'extract', at('draft.pdf'), '--out', at('taken out'));
  await does(0, 'record', 'edit', release, 'criterion:AC-01', 'text=Looked at again.');
  await does(0, 'pack', 'export', release, ...asOf, '--out', at('later.pdf'), '--edition', 'reading');
  await does(0, 'pack', 'compare', at('draft.pdf'), at('later.pdf'));
  await does(0, 'undo', release);
  const meeting = ['--body', 'TAG', '--meeting', '2021-10-27'];
  await does(0, 'paper', 'export', release, ...meeting, ...asOf, '--out', at('paper.pdf'));
  const said = { 'AC-02': { position: 'supports', words: 'Yes – “all of it”.' } };
  const answers = await answersTo(file('paper.pdf'), ['AC-01', 'AC-02', 'AC-03'], said);
  await fillWithPdfLib(file('paper.pdf'), answers, file('filled.pdf'));
  await does(0, 'paper', 'read', at('filled.pdf'), '--release', release);
  const place = await findWords(file('paper.pdf'), 'AC-02', 4);
  await commentPdf(file('filled.pdf'), file('remarked.pdf'), (pen) => {
    pen.note('Text', place, { T: 'Zoë Łuka', M: 'D:20211027', Contents: 'Is this all?' });
  });
  await does(0, 'pack', 'comments', at('remarked.pdf'), '--release', release);
  await does(0, 'report', '--out', at('report.pdf'), '--year', '2021', ...asOf);
  await does(0, 'guide', '--out', at('guide.pdf'));
}

async function tables(does: Does, { path }: Machine, at: Name): Promise<void> {
  const from = (name: string) => path(join(imports, name));
  await does(0, 'import', 'results', from('surefire.xml'), '--release', release, '--on-behalf');
  await does(0, 'import', 'issues', from('azure-devops.csv'), '--release', release, '--on-behalf');
  await does(3, 'import', 'scope', from('rid-scope.csv'), '--release', release, '--dry-run');
  await does(0, 'import', 'criteria', from('rid-criteria.csv'), '--release', release, '--dry-run');
  await does(0, 'import', 'views', from('minutes.md'), '--release', release, '--dry-run');
  await does(0, 'table', 'export', release, 'criteria', ...asOf, '--out', at('criteria.csv'));
  await does(0, 'table', 'export', release, 'coverage', ...asOf, '--out', at('coverage.xlsx'));
  await does(0, 'text', release, 'release-page', '--html', ...asOf, '--out', at('page.html'));
}

async function changes(does: Does, file: Name, at: Name): Promise<void> {
  writeFileSync(file('note.txt'), 'All tests passed.\r\n');
  await does(0, 'evidence', 'add', release, '--criterion', 'AC-05', '--file', at('note.txt'), '--provider', 'SECAS');
  await does(0, 'release', 'clone', release, '--slot', '2022-06');
  await does(0, 'release', 'archive', 'June 2022 SEC Release');
  await does(0, 'release', 'archive', 'June 2022 SEC Release', '--back');
  await does(0, 'release', 'remove', 'June 2022 SEC Release');
  await does(0, 'release', 'export', release, '--out', at('release.json'));
  writeRelease(file('twin.json'), { release: { name: 'Set up twice', kind: 'system', slot: '2023-06' } });
  writeRelease(file('twin 2.json'), { release: { name: 'Set up twice, again', kind: 'system', slot: '2023-06' } });
  await does(0, 'release', 'import', at('twin.json'));
  await does(0, 'release', 'import', at('twin 2.json'));
  await does(1, 'release', 'join', 'Set up twice', 'Set up twice, again');
}

/** A final, and what follows on it. */
async function finals(does: Does, file: Name, at: Name): Promise<void> {
  await does(0, 'submission', 'sign', release);
  await does(1, 'pack', 'export', release, ...asOf, '--final', '--out', at('final.pdf'));
  const even = ['--final', '--accept-blockers', 'To walk the whole way.'];
  await does(0, 'pack', 'export', release, ...asOf, ...even, '--out', at('final.pdf'));
  writeFileSync(file('late.txt'), 'It came late.\n');
  await does(0, 'evidence', 'add', release, '--criterion', 'AC-05', '--file', at('late.txt'), '--provider', 'SECAS');
  await does(0, 'pack', 'addendum', release, '--out', at('addendum.pdf'));
  await does(0, 'release', 'export', release, '--out', at('decided.json'));
  const facts = JSON.parse(readFileSync(file('decided.json'), 'utf8')) as object;
  const decision = { body: 'CSC', on: '2021-10-26', outcome: 'approved', wording: 'Go.', dissent: null };
  writeFileSync(file('decided.json'), JSON.stringify({ ...facts, decisions: [decision] }));
  await does(0, 'release', 'import', at('decided.json'), '--replace');
  await does(0, 'decision', 'export', release, '--as-of', '2021-10-27', '--out', at('decision.pdf'));
  const issued = (await does(0, 'pack', 'issued', release)).json<readonly { readonly reference: string }[]>();
  const { reference = '' } = issued[0] ?? {};
  await does(0, 'pack', 'copy', release, reference, '--out', at('copy.pdf'));
}

/** Bundles and the shared folder, between two stores of this machine. */
async function exchange(does: Does, other: Does, at: Name): Promise<void> {
  await does(0, 'bundle', 'export', release, '--out', at('whole.golive'), '--full');
  const { fingerprint } = (await other(0, 'bundle', 'inspect', at('whole.golive'))).json<{ fingerprint: string }>();
  await other(1, 'bundle', 'apply', at('whole.golive'));
  await other(0, 'bundle', 'apply', at('whole.golive'), '--trust', fingerprint, '--accept-marks');
  await does(0, 'exchange', 'folder', at('shared'), '--release', release);
  await other(0, 'exchange', 'folder', at('shared'), '--release', release);
  await other(0, 'exchange', 'sync');
  const theirs = (await other(0, 'exchange', 'peers')).json<{ fingerprint: string }>().fingerprint;
  await does(0, 'exchange', 'confirm', theirs, '--name', 'Charles Babbage', '--organisation', 'DCC');
  await does(0, 'exchange', 'waiting');
}

/** Both write one field, one of them decides, and a laptop is gone. */
async function settle(does: Does, other: Does, at: Name): Promise<void> {
  const view = ['record', 'edit', release, 'view:OPSG/AC-04'];
  await does(0, 'exchange', 'sync');
  await other(0, 'exchange', 'sync');
  await does(0, ...view, 'wording=Ours.');
  await other(0, ...view, 'wording=Theirs.');
  await does(0, 'exchange', 'sync');
  await other(1, 'exchange', 'sync');
  await other(0, 'exchange', 'conflicts', release);
  await other(0, 'exchange', 'settle', 'view:OPSG/AC-04#wording=theirs');
  await other(0, 'exchange', 'sync');
  // What was met and settled there is told here, once.
  await does(1, 'exchange', 'sync');
  await does(0, 'exchange', 'sync');
  await does(0, 'bundle', 'export', release, '--out', at('for one.golive'), '--to', 'Charles Babbage');
  await does(0, 'exchange', 'forget', 'Charles Babbage');
  await does(0, 'exchange', 'folder', '--stop');
}

async function keep(does: Does, at: Name): Promise<void> {
  await does(0, 'store', 'check');
  await does(0, 'store', 'backup', '--out', at('backup.sqlite'));
  await does(0, 'record', 'edit', release, 'criterion:AC-01', 'text=After the backup.');
  await does(0, 'store', 'restore', at('backup.sqlite'));
  await does(0, 'store', 'check', '--against', at('backup.sqlite'));
}

function writeRelease(file: string, facts: object): void {
  writeFileSync(file, JSON.stringify({ format: 'sec-golive/release', version: 1, ...facts }));
}

/** The names of what was answered, whatever it held. */
function shapeOf(run: Run): readonly string[] {
  const answer = run.json<unknown>();
  const first = Array.isArray(answer) ? answer[0] : answer;
  return typeof first === 'object' && first !== null ? Object.keys(first).sort() : [typeof first];
}
