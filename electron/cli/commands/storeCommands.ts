import { Argument, type Command } from 'commander';
import { restoredInWords } from '../../../shared/contract/restoredInWords.ts';
import { ok } from '../../../shared/domain/foundation/result.ts';
import type { Session } from '../session.ts';
import { exitCodes, reportError, runCommand } from '../terminal.ts';

export function addStoreCommands(program: Command, session: Session): void {
  const store = program.command('store').description('check, back up and restore the store');

  store
    .command('check')
    .option('--against <file>', 'a final pack or a backup from elsewhere that knows where the history ended')
    .description('look at everything: the database, the history and every file')
    .option('--mend', 'put back what an exchange with a copy of a store emptied', false)
    .action(({ mend, against }: { mend: boolean; against?: string }) =>
      session.run({}, async (terminal, engine) => {
        const mended = mend ? await engine.call('store.mend', {}) : ok(null);
        if (!mended.ok) return reportError(terminal, mended.error);
        return runCommand(
          terminal,
          engine,
          'store.check',
          { against },
          (found) => (found.ok ? ['✓ The store is sound.'] : found.problems.map(({ sentence }) => `✕ ${sentence}`)),
          (found) => (found.ok ? exitCodes.done : exitCodes.notInOrder),
        );
      }),
    );

  store
    .command('backup')
    .requiredOption('--out <file>', 'the backup to write')
    .description('copy the live database by SQLite itself')
    .action((options: { out: string }) =>
      session.run({}, (terminal, engine) =>
        runCommand(
          terminal,
          engine,
          'store.backup',
          { out: options.out },
          ({ file, missingFiles, damagedFiles }) => [
            `Wrote ${file} and its files beside it, in ${file}.files.`,
            ...lost(missingFiles),
            ...damagedFiles.map((sha256) => `The file ${sha256} was changed on disk and is not in the backup.`),
          ],
          ({ missingFiles, damagedFiles }) =>
            missingFiles + damagedFiles.length === 0 ? exitCodes.done : exitCodes.notInOrder,
        ),
      ),
    );

  store
    .command('restore')
    .argument('<file>')
    .option('--even-so', 'also where its facts are not what its history says')
    .description('put a backup in the place of the database; what was there is kept beside it')
    .action((file: string, options: { evenSo?: boolean }) =>
      session.run({}, (terminal, engine) =>
        runCommand(
          terminal,
          engine,
          'store.restore',
          { file, evenSo: options.evenSo },
          (restored) => [
            restored.keptAs ? `Restored. What was there is kept as ${restored.keptAs}.` : 'Restored.',
            ...lost(restored.missingFiles),
            ...restoredInWords(restored),
          ],
          ({ missingFiles, disagreements }) =>
            missingFiles + disagreements.length === 0 ? exitCodes.done : exitCodes.notInOrder,
        ),
      ),
    );

  program
    .command('schema')
    .addArgument(new Argument('<format>').choices(['release', 'snapshot', 'bundle']))
    .description('the JSON Schema of a file format')
    .action((format: 'release' | 'snapshot' | 'bundle') =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'schema.get', { format }, (schema) => [JSON.stringify(schema, null, 2)]),
      ),
    );
}

function lost(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${count === 1 ? '1 file is' : `${count} files are`} missing; golive store check names each.`];
}
