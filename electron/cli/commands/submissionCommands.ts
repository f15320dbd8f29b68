import type { Command } from 'commander';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { sameKeyInWords } from '../../../shared/domain/rulebook/context/signatureState.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';

/** What a side does with a submission itself. */
export function addSubmissionCommands(program: Command, session: Session): void {
  program
    .command('submission')
    .description('the submissions to the CSC')
    .command('sign')
    .argument('<name>')
    .option('--submission <number>', 'which one, counted from 1 (default: the one that stands)')
    .description("sign the facts as they stand with this store's key, for your side")
    .action((release: string, options: { readonly submission?: string }) =>
      session.run({}, (terminal, engine) => {
        const submission = numberOption(options.submission);
        if (!submission.ok) return Promise.resolve(reportError(terminal, submission.error));
        const input = { release, submission: submission.value, asOf: null };
        return runCommand(terminal, engine, 'submission.sign', input, ({ signed, alsoSignedFor }) => [
          `Signed for ${signed.organisation === 'DCC' ? 'the DCC' : 'SECAS'} by ${signed.by}, on ${formatDate(signed.on)}.`,
          `Facts SHA-256 ${signed.factsSha256}`,
          `Key ${signed.fingerprint}`,
          ...[sameKeyInWords(alsoSignedFor)].filter((line) => line !== null),
        ]);
      }),
    );
}

function numberOption(text: string | undefined): Result<number | null> {
  if (text === undefined) return ok(null);
  if (/^[1-9]\d{0,5}$/.test(text)) return ok(Number(text));
  return fail('usage', `--submission “${text}” is not a number from 1.`, '--submission');
}
