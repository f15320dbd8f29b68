import { type Command, Option } from 'commander';
import { calendarDateSchema } from '../../../shared/domain/calendar/calendarDate.ts';
import { appError } from '../../../shared/domain/foundation/appError.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';

interface AddOptions {
  readonly criterion: string[];
  readonly file: string;
  readonly title?: string;
  readonly provider?: string;
  readonly effective?: string;
  readonly supersedes?: string;
}

export function addEvidenceCommands(program: Command, session: Session): void {
  const evidence = program.command('evidence').description('attach evidence');
  evidence
    .command('add')
    .argument('<name>', 'the release')
    .requiredOption('--criterion <reference...>', 'the criteria that it is evidence for')
    .requiredOption('--file <path>', 'the file')
    .option('--title <title>')
    .addOption(new Option('--provider <organisation>').choices(['DCC', 'SECAS']))
    .option('--effective <date>', 'the date the evidence speaks of')
    .option('--supersedes <key>', 'the version it replaces, such as EV-001@1')
    .description('copy a file into the store as evidence')
    .action((name: string, options: AddOptions) =>
      session.run({}, (terminal, engine) => {
        const effectiveOn = options.effective === undefined ? null : calendarDateSchema.safeParse(options.effective);
        if (effectiveOn && !effectiveOn.success) {
          const message = `--effective “${options.effective}” ${effectiveOn.error.issues[0]?.message ?? 'is not a date'}.`;
          return Promise.resolve(reportError(terminal, appError('usage', message, '--effective')));
        }
        const fields = {
          criteria: options.criterion,
          provider: options.provider ?? null,
          effectiveOn: effectiveOn?.data ?? null,
          supersedes: options.supersedes ?? null,
          status: 'submitted',
          ...(options.title === undefined ? {} : { title: options.title }),
        };
        return runCommand(
          terminal,
          engine,
          'evidence.add',
          { release: name, file: options.file, asOf: null, fields },
          (done) => {
            const record = done.changes[0]?.record ?? {};
            return [`Added ${String(record.reference)} version ${String(record.version)}: ${String(record.title)}.`];
          },
        );
      }),
    );
}
