import type { Command } from 'commander';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { onBehalfSwitch } from '../options.ts';
import type { Session } from '../session.ts';
import { exitCodes, reportError, runCommand } from '../terminal.ts';
import { countOf } from '../words.ts';
import { choicesOption } from './choices.ts';

type Joined = OutputOf<'release.join'>;

interface JoinOptions {
  readonly choose: string[];
  readonly dryRun: boolean;
  readonly onBehalf: boolean;
}

/** Two releases of one slot, set up on both sides, become one. */
export function addJoinCommand(release: Command, session: Session): void {
  release
    .command('join')
    .argument('<release>', 'a release, by its id where both have one name')
    .argument('<other>', 'the one that goes into it')
    .option('--choose <kind:key#field=mine|theirs...>', 'where both state something else; mine is the first’s', [])
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .option('--dry-run', 'only say what would come of it', false)
    .description('make one of two releases that were set up on both sides; the history keeps both')
    .action((mine: string, other: string, { choose, dryRun, onBehalf }: JoinOptions) =>
      session.run({}, (terminal, engine) => {
        const choices = choicesOption(choose, '--choose');
        if (!choices.ok) return Promise.resolve(reportError(terminal, choices.error));
        const input = { release: mine, other, choices: choices.value, dryRun, onBehalf };
        return runCommand(
          terminal,
          engine,
          'release.join',
          input,
          (done) => joinedLines(done, dryRun),
          ({ differences }) =>
            differences.some(({ chosen }) => chosen === null) ? exitCodes.notInOrder : exitCodes.done,
        );
      }),
    );
}

function joinedLines({ name, id, added, changed, differences }: Joined, dryRun: boolean): readonly string[] {
  const what = `${countOf(added, 'record')} added, ${countOf(changed, 'record')} completed`;
  return [
    dryRun ? `${name} (${id}) would stay: ${what}.` : `Joined; ${name} (${id}) stays: ${what}.`,
    ...differences.map(
      ({ record, field, mine, theirs, chosen }) =>
        `⇄ ${record}#${field}: mine ${JSON.stringify(mine)}, theirs ${JSON.stringify(theirs)}; ${chosen ?? 'mine'} stands.`,
    ),
  ];
}
