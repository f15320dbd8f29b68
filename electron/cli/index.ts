import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { appError } from '../../shared/domain/foundation/appError.ts';
import { addCommands } from './commands/addCommands.ts';
import { createSession, type GlobalOptions } from './session.ts';
import { reportError, type Terminal } from './terminal.ts';
import { watchOutput } from './watchOutput.ts';

// What the app writes is for its owner alone: files 0600, folders 0700.
process.umask(0o077);

const terminal: Terminal = {
  json: process.argv.includes('--json'),
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
};

watchOutput();

const program = new Command('golive')
  .description('SEC Go-Live from the terminal: the same engine as the window')
  .version(packageJson.version)
  .option('--store <folder>', "the store's folder (default: the app's own)")
  .option('--json', 'print one JSON document')
  .option('--as <who>', 'the history\'s actor: "NAME, ORGANISATION" (default: the profile)')
  .showHelpAfterError(false)
  .exitOverride()
  .configureOutput({ writeErr: () => undefined });

const session = createSession(() => program.opts<GlobalOptions>(), terminal, packageJson.version);
addCommands(program, session);
inheritExits(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : reportError(terminal, appError('usage', usageSentence(error), null));
}

/** Subcommands end through the same door, so that wrong usage is one sentence and exit code 2. */
function inheritExits(command: Command): void {
  for (const child of command.commands) {
    child.exitOverride().configureOutput({ writeErr: () => undefined });
    inheritExits(child);
  }
}

function usageSentence(error: CommanderError): string {
  if (error.code === 'commander.help' || error.code === 'commander.helpDisplayed')
    return 'Name a command; golive --help lists them.';
  const sentence = error.message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/\.$/, '');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}; golive --help shows how.`;
}
