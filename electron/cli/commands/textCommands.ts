import type { Command } from 'commander';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { isTextKind, type TextKind, textKinds } from '../../../shared/domain/texts/textKinds.ts';
import { asOfOption } from '../options.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';

interface TextOptions {
  readonly html?: boolean;
  readonly out?: string;
  readonly asOf?: string;
}

/** What goes out about a release (§5.2, §6): written from the facts, on stdout or into a file. */
export function addTextCommands(program: Command, session: Session): void {
  program
    .command('text')
    .argument('<name>')
    .argument('<text>', textKinds.join(', '))
    .option('--html', 'as HTML instead of plain text')
    .option('--out <file>', 'the file to write instead of stdout')
    .option('--as-of <date>', 'the day it speaks of (default: today in London)')
    .description('a text that goes out, written from the facts')
    .action((release: string, wanted: string, options: TextOptions) =>
      session.run({}, (terminal, engine) => {
        const text = textArgument(wanted);
        if (!text.ok) return Promise.resolve(reportError(terminal, text.error));
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return Promise.resolve(reportError(terminal, asOf.error));
        const form = options.html ? 'html' : 'plain';
        const input = { release, text: text.value, asOf: asOf.value };
        if (options.out === undefined)
          return runCommand(terminal, engine, 'text.write', input, (written) => [written[form].replace(/\n$/, '')]);
        return runCommand(terminal, engine, 'text.export', { ...input, form, out: options.out }, ({ file }) => [
          `Wrote ${file}.`,
        ]);
      }),
    );
}

function textArgument(wanted: string): Result<TextKind> {
  if (isTextKind(wanted)) return ok(wanted);
  return fail('usage', `There is no text “${wanted}”; there are ${textKinds.join(', ')}.`, 'text');
}
