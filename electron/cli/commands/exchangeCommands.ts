import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { whoInWords } from '../../../shared/domain/records/acceptance.ts';
import type { Engine } from '../../engine/engine.ts';
import { onBehalfSwitch } from '../options.ts';
import type { Session } from '../session.ts';
import { exitCodes, reportError, runCommand, type Terminal } from '../terminal.ts';
import { countOf } from '../words.ts';
import { followingLines } from './bundleCommands.ts';
import { choicesOption } from './choices.ts';
import { addKeyCommands, statusOf } from './keyCommands.ts';

type Status = OutputOf<'exchange.status'>;
type Conflict = OutputOf<'exchange.conflicts'>[number];

/** What the exchange screen does: the shared folder, conflicts, and whose keys are trusted. */
export function addExchangeCommands(program: Command, session: Session): void {
  const exchange = program.command('exchange').description('share a folder, settle conflicts, and say whom you trust');
  addKeyCommands(exchange, session);

  exchange
    .command('folder')
    .argument('[folder]', 'a folder that the others reach, too')
    .option('--release <name...>', 'the releases that go there (default: all of this store)')
    .option('--stop', 'share no folder any more', false)
    .description('choose the shared folder')
    .action((folder: string | undefined, options: { readonly release?: string[]; readonly stop: boolean }) =>
      session.run({ createsStore: !options.stop }, async (terminal, engine) => {
        if (options.stop) {
          const { sharing } = await statusOf(engine);
          return runCommand(terminal, engine, 'exchange.stopSharing', {}, () => [
            sharing === null ? 'No folder was shared.' : `Stopped sharing ${sharing.name}.`,
          ]);
        }
        const chosen = await chooseFolder(engine, folder, options.release);
        return chosen.ok ? say(terminal, engine, sharingLines) : reportError(terminal, chosen.error);
      }),
    );

  exchange
    .command('sync')
    .description('read what the others put into the shared folder, and put there what they lack')
    .action(() =>
      session.run({}, async (terminal, engine) => {
        const input = { quietly: false };
        return runCommand(
          terminal,
          engine,
          'exchange.sync',
          input,
          ({ applied, sent, waiting, conflicts, problem, ...told }) => [
            `Took in ${countOf(applied, 'bundle')}, put ${countOf(sent, 'bundle')} there; ${waiting} for you to look at.`,
            ...followingLines(told),
            ...(problem === null ? [] : [`✕ ${problem}`]),
            ...(waiting > 0 ? ['golive exchange waiting says why.'] : []),
            ...(conflicts > 0
              ? [`⇄ ${countOf(conflicts, 'conflict')} to settle; golive exchange conflicts lists them.`]
              : []),
          ],
          ({ waiting, conflicts, problem }) =>
            waiting + conflicts > 0 || problem !== null ? exitCodes.notInOrder : exitCodes.done,
        );
      }),
    );

  exchange
    .command('waiting')
    .description('the shared folder, and what in it waits for you')
    .action(() => session.run({}, (terminal, engine) => say(terminal, engine, sharingLines)));

  exchange
    .command('conflicts')
    .argument('<release>', 'the release')
    .description('conflicts that nobody settled yet')
    .action((release: string) =>
      session.run({}, async (terminal, engine) => {
        const open = await openConflicts(engine, release);
        if (!open.ok) return reportError(terminal, open.error);
        const lines = open.value.map(conflictLine);
        if (terminal.json) terminal.write(`${JSON.stringify(open.value)}\n`);
        else terminal.write(`${lines.length > 0 ? lines.join('\n') : 'There is no open conflict.'}\n`);
        return exitCodes.done;
      }),
    );

  exchange
    .command('settle')
    .argument('<kind:key#field=mine|theirs>', 'such as criterion:AC-01#text=mine')
    .option('--release <name>', 'where several releases have such a conflict')
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .description('decide an open conflict; it goes to the others like any change')
    .action((choice: string, { release, onBehalf }: { readonly release?: string; readonly onBehalf: boolean }) =>
      session.run({}, async (terminal, engine) => {
        const found = await findConflict(engine, choice, release);
        if (!found.ok) return reportError(terminal, found.error);
        return runCommand(terminal, engine, 'exchange.settle', { ...found.value, asOf: null, onBehalf }, () => [
          `Settled: ${choice}.`,
        ]);
      }),
    );
}

async function chooseFolder(
  engine: Engine,
  folder: string | undefined,
  names: readonly string[] | undefined,
): Promise<Result<null>> {
  if (folder === undefined) return fail('usage', 'Name the folder to share, or --stop.', 'folder');
  // Before a store is begun for it.
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return fail('invalidInput', `There is no folder ${resolve(folder)}; make it, or choose another.`, folder);
  const listed = await engine.call('release.list', {});
  if (!listed.ok) return listed;
  const all = listed.value as OutputOf<'release.list'>;
  const stray = names?.find((name) => !all.some((one) => one.name === name || one.id === name));
  if (stray !== undefined) return fail('notFound', `There is no release named “${stray}” in this store.`, stray);
  const wanted = all.filter(({ id, name }) => names === undefined || names.includes(name) || names.includes(id));
  for (const release of wanted.length > 0 ? wanted.map(({ id }) => id) : [null]) {
    const set = await engine.call('exchange.setSharing', { folder: resolve(folder), release });
    if (!set.ok) return set;
  }
  return ok(null);
}

async function say(terminal: Terminal, engine: Engine, lines: (status: Status) => readonly string[]): Promise<number> {
  return runCommand(terminal, engine, 'exchange.status', { releaseId: null }, lines);
}

function sharingLines({ sharing }: Status): readonly string[] {
  if (!sharing) return ['No folder is shared.'];
  const { name, releases, problem, waiting } = sharing;
  return [
    `Shares ${name}: ${countOf(releases.length, 'release')}.`,
    ...(problem === null ? [] : [`✕ ${problem}`]),
    ...waiting.map(
      (one) => `? ${one.name}${one.from === null ? '' : ` from ${one.from}, ${one.fingerprint}`}: ${one.sentence}`,
    ),
  ];
}

async function openConflicts(engine: Engine, release: string): Promise<Result<readonly Conflict[]>> {
  const opened = await engine.call('release.open', { release, asOf: null });
  if (!opened.ok) return opened;
  const listed = await engine.call('exchange.conflicts', { releaseId: (opened.value as { id: string }).id });
  return listed.ok ? ok((listed.value as readonly Conflict[]).filter(({ isOpen }) => isOpen)) : listed;
}

/** Who wrote which, and what to give `settle` for it: a store that wrote neither lists the conflict too. */
function conflictLine({ record, field, mine, theirs, mineBy, theirsBy, default: standing, reason }: Conflict): string {
  const stands = standing === null ? 'both stay' : `=${standing} stands`;
  const value = (side: string, written: unknown, by: Conflict['mineBy'], place: string) =>
    `${JSON.stringify(written)} ${by ? `by ${whoInWords(by)}` : place} (=${side})`;
  const both = [value('mine', mine, mineBy, 'here'), value('theirs', theirs, theirsBy, 'there')];
  return `⇄ ${record}#${field}: ${both.join(', ')}; ${stands}. ${reason}`;
}

async function findConflict(engine: Engine, pair: string, release: string | undefined) {
  const choices = choicesOption([pair], 'settle');
  if (!choices.ok) return choices;
  const [[name, choice] = ['', 'mine' as const]] = Object.entries(choices.value);
  const listed = await engine.call('release.list', {});
  if (!listed.ok) return listed;
  const found: { readonly releaseId: string; readonly number: number; readonly choice: 'mine' | 'theirs' }[] = [];
  for (const { id, name: title } of listed.value as OutputOf<'release.list'>) {
    if (release !== undefined && release !== title && release !== id) continue;
    const open = await openConflicts(engine, id);
    if (!open.ok) return open;
    const fitting = open.value.filter(({ record, field }) => `${record}#${field}` === name);
    found.push(...fitting.map(({ number }) => ({ releaseId: id, number, choice })));
  }
  const [only] = found;
  if (found.length === 1 && only) return ok(only);
  return found.length === 0
    ? fail('notFound', `There is no open conflict “${name}”; golive exchange conflicts RELEASE lists them.`, name)
    : fail('conflict', `Several open conflicts are called “${name}”; say which release with --release.`, name);
}
