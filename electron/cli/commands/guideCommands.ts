import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Session } from '../session.ts';
import { runCommand } from '../terminal.ts';
import { countOf } from '../words.ts';

/** The pictures that were taken for the window's help lie with its pages. */
const pictures = fileURLToPath(new URL('../renderer/guide', import.meta.url));

/** The user guide of this version. */
export function addGuideCommands(program: Command, session: Session): void {
  program
    .command('guide')
    .requiredOption('--out <file>', 'the PDF to write')
    .description('the user guide as a PDF: one page for each person and task')
    .action(({ out }: { readonly out: string }) =>
      session.run({ onlyLooks: true }, (terminal, engine) =>
        runCommand(terminal, engine, 'guide.export', { out, pictures }, ({ file, pages, pictures: shown }) => [
          `Wrote ${file}: ${countOf(pages, 'page')}, ${countOf(shown, 'picture')}.`,
        ]),
      ),
    );
}
