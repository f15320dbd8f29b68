import type { Command } from 'commander';
import type { PackComments } from '../../../shared/contract/pack.ts';
import type { PaperRead } from '../../../shared/contract/paper.ts';
import { dayInWords } from '../../../shared/domain/calendar/calendarDate.ts';
import { exportedWord } from '../../../shared/domain/importing/words.ts';
import { recordedWords } from '../../../shared/domain/pack/paper/recordedWords.ts';
import { onBehalfSwitch } from '../options.ts';
import type { Session } from '../session.ts';
import { exitCodes, runCommand } from '../terminal.ts';
import { countOf } from '../words.ts';

interface ReadOptions {
  readonly release: string;
  readonly dryRun: boolean;
}

/** What comes back to those who issued: answers of bodies in their papers. */
export function addAnswerCommands(program: Command, session: Session): void {
  const paper = program.commands.find((command) => command.name() === 'paper') ?? program.command('paper');
  paper
    .command('read')
    .argument('<file>')
    .requiredOption('--release <name>', 'the release that the paper is about')
    .option('--dry-run', 'only say what would be recorded', false)
    .option(onBehalfSwitch.flags, 'conditions that the DCC reads are recorded for SECAS in any case')
    .description('record the answers that a body filled into its paper')
    .action((file: string, { release, dryRun }: ReadOptions) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'paper.read', { release, file, dryRun }, answerLines, (read) =>
          read.issued && read.changed.length === 0 ? exitCodes.done : exitCodes.notInOrder,
        ),
      ),
    );

  const pack = program.commands.find((command) => command.name() === 'pack') ?? program.command('pack');
  pack
    .command('comments')
    .argument('<file>')
    .requiredOption('--release <name>', 'the release that the pack or paper is about')
    .option('--dry-run', 'only list them', false)
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .description('record what readers remarked in a copy of a pack or paper, to be answered')
    .action((file: string, { release, dryRun }: ReadOptions) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'pack.comments', { release, file, dryRun }, commentLines, (read) =>
          read.pagesChanged ? exitCodes.notInOrder : exitCodes.done,
        ),
      ),
    );
}

function commentLines({ pack, comments, notes, taken }: PackComments): readonly string[] {
  return [
    `${pack}: ${countOf(comments.length, 'comment')}.`,
    ...comments.map(({ page, at, quoted, author, on, text }) => {
      const where = [pageInWords(page), at, quoted === null ? null : `“${quoted}”`].filter((part) => part !== null);
      return `· ${where.join(', ')}: ${text} (${[author ?? 'nobody named', on === null ? null : dayInWords(on)].filter((part) => part !== null).join(', ')})`;
    }),
    ...notes.map((note) => `✕ ${note}`),
    taken === null
      ? 'Nothing was changed.'
      : `Recorded ${countOf(taken, 'comment')}${othersInWords(comments.length - taken)}.`,
  ];
}

function pageInWords(page: number | null): string {
  return page === null ? 'no page that was issued' : `page ${page}`;
}

/** One that says the same at the same place is not recorded twice, whether it stands in the store or twice in the file. */
function othersInWords(others: number): string {
  if (others === 0) return '';
  return others === 1
    ? '; 1 other says what one that is recorded says'
    : `; ${others} others say what those that are recorded say`;
}

function answerLines(read: PaperRead): readonly string[] {
  const { paper, body, issued, changed, plan, missing, meeting, notes, recorded } = read;
  return [
    `${paper}, the answer of ${body}${meeting === null ? '' : `, ${meeting}`}.`,
    ...(issued ? [] : ['✕ It does not stand in this store’s register of issued papers.']),
    ...changed.map((sentence) => `✕ ${sentence}`),
    ...plan.map(rowLine),
    ...(missing.length > 0 ? [`? No position yet on ${missing.join(', ')}.`] : []),
    ...notes.map((note) => `? ${note}`),
    recorded === null ? 'Nothing was changed.' : `${recordedWords(recorded)}.`,
  ];
}

function rowLine({ criterion, position, words, conditions, gone, before }: PaperRead['plan'][number]): string {
  const word = (value: string) => exportedWord('position', value).toLowerCase();
  const was = before === null || before === position ? '' : ` (before: ${word(before)})`;
  const said = words === null ? '' : `: “${words}”`;
  const asks = conditions.length === 0 ? '' : ` · ${countOf(conditions.length, 'condition')}: ${conditions.join('; ')}`;
  const instead = gone.length === 0 ? '' : ` · no longer: ${gone.join('; ')}`;
  return `· ${criterion}: ${word(position)}${was}${said}${asks}${instead}`;
}
