import type { Command } from 'commander';
import type { InputOf, OutputOf } from '../../../shared/contract/engineMethods.ts';
import { type CalendarDate, calendarDateSchema, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { asOfOption } from '../options.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';

interface PaperOptions {
  readonly body: string;
  readonly meeting: string;
  readonly out: string;
  readonly asOf?: string;
  readonly answers?: boolean;
}

interface IssueOptions {
  readonly out: string;
  readonly asOf?: string;
}

/** Whatever is issued besides the pack itself: papers, addenda, decision records, and the register of them. */
export function addPaperCommands(program: Command, session: Session): void {
  program
    .command('paper')
    .description("make the paper for one body's meeting")
    .command('export')
    .argument('<name>')
    .requiredOption('--body <body>', 'whose meeting: TAG, OPSG, or as the criteria name it')
    .requiredOption('--meeting <date>', 'the day of the meeting')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--as-of <date>', 'the day to judge on (default: today in London)')
    .option('--answers', 'with the form for the answer of the body (the default)')
    .option('--no-answers', 'without the form for the answer of the body')
    .description('its criteria, their evidence, what changed since it last saw them, and what it is asked; registered')
    .action((name: string, options: PaperOptions) =>
      session.run({}, (terminal, engine) => {
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return Promise.resolve(reportError(terminal, asOf.error));
        const meeting = meetingOption(options.meeting);
        if (!meeting.ok) return Promise.resolve(reportError(terminal, meeting.error));
        const { body, out, answers = true } = options;
        const input = { release: name, body, meeting: meeting.value, out, asOf: asOf.value, answers };
        return runCommand(terminal, engine, 'paper.export', input, (done) => [
          ...issuedLines(done),
          `What it shows of ${done.criteria.join(', ')} is recorded as what ${done.body} was asked on.`,
        ]);
      }),
    );

  const decision = program.command('decision').description('make the record of the latest decision');
  addIssueCommand(decision, session, 'export', 'decision.export', 'what was asked and decided, and on which pack');

  const pack = program.commands.find((command) => command.name() === 'pack') ?? program.command('pack');
  const addendum = 'late evidence in a file of its own, which names the final pack it adds to';
  addIssueCommand(pack, session, 'addendum', 'addendum.export', addendum);
  pack
    .command('issued')
    .argument('<name>')
    .description('the papers, addenda, decision records and editions that were issued, with their SHA-256')
    .action((name: string) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'pack.issued', { release: name }, (papers) =>
          papers.length === 0
            ? ['Nothing was issued yet besides the packs themselves.']
            : papers.map((one) => `${one.reference}, as of ${formatDate(one.asOf as CalendarDate)}: ${one.sha256}`),
        ),
      ),
    );
  pack
    .command('copy')
    .argument('<name>')
    .argument('<reference>')
    .requiredOption('--out <file>', 'the PDF to write')
    .description('a final pack or a paper again, byte for byte as it was issued')
    .action((release: string, reference: string, { out }: { readonly out: string }) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'pack.copy', { release, reference, out }, ({ file, sha256 }) => [
          `Wrote ${file}.`,
          `SHA-256 ${sha256}`,
        ]),
      ),
    );
}

function addIssueCommand(
  parent: Command,
  session: Session,
  verb: string,
  method: 'addendum.export' | 'decision.export',
  description: string,
): void {
  parent
    .command(verb)
    .argument('<name>')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--as-of <date>', 'the day to judge on (default: today in London)')
    .description(`${description}; registered`)
    .action((name: string, options: IssueOptions) =>
      session.run({}, (terminal, engine) => {
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return Promise.resolve(reportError(terminal, asOf.error));
        const input: InputOf<typeof method> = { release: name, out: options.out, asOf: asOf.value };
        return runCommand(terminal, engine, method, input, issuedLines);
      }),
    );
}

function issuedLines(done: OutputOf<'addendum.export'>): readonly string[] {
  return [
    `Wrote ${done.file}: ${done.reference}, ${done.pages} ${done.pages === 1 ? 'page' : 'pages'}.`,
    `SHA-256 ${done.sha256}`,
    ...done.notes,
  ];
}

function meetingOption(text: string): Result<CalendarDate> {
  const parsed = calendarDateSchema.safeParse(text);
  if (parsed.success) return ok(parsed.data);
  return fail('usage', `--meeting “${text}” ${parsed.error.issues[0]?.message ?? 'is not a date'}.`, '--meeting');
}
