import type { Command } from 'commander';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { asOfOption } from '../options.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';
import { countOf } from '../words.ts';

interface ReportOptions {
  readonly out: string;
  readonly year?: string;
  readonly asOf?: string;
}

/** The status report of all releases. */
export function addReportCommands(program: Command, session: Session): void {
  program
    .command('report')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--year <year>', 'only the releases that go live in it')
    .option('--as-of <date>', 'the day to judge on (default: today in London)')
    .description('where each release stands, its next dates and what is late: one page each')
    .action((options: ReportOptions) =>
      session.run({}, (terminal, engine) => {
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return Promise.resolve(reportError(terminal, asOf.error));
        const year = yearOption(options.year);
        if (!year.ok) return Promise.resolve(reportError(terminal, year.error));
        const input = { out: options.out, asOf: asOf.value, year: year.value };
        return runCommand(terminal, engine, 'report.export', input, ({ file, pages, releases, sha256, notes }) => [
          `Wrote ${file}: ${countOf(releases.length, 'release')} on ${countOf(pages, 'page')}.`,
          `SHA-256 ${sha256}`,
          ...notes,
        ]);
      }),
    );
}

function yearOption(text: string | undefined): Result<number | null> {
  if (text === undefined) return ok(null);
  const year = Number(text);
  if (/^\d{4}$/.test(text) && year >= 1901 && year <= 2198) return ok(year);
  return fail('usage', `--year “${text}” is not a year from 1901 to 2198.`, '--year');
}
