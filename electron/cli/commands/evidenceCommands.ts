import { type Command, Option } from 'commander';
import { type CalendarDate, calendarDateSchema } from '../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { onBehalfSwitch } from '../options.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';

interface AddOptions {
  readonly criterion: string[];
  readonly file: string;
  readonly title?: string;
  readonly provider?: string;
  readonly effective?: string;
  readonly supersedes?: string;
  readonly added?: string;
  readonly evenSo: boolean;
  readonly onBehalf: boolean;
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
    .option('--added <date>', 'the day it was added, for evidence that is older than this store (default: today)')
    .option('--even-so', 'also where the release holds the same content already', false)
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .description('copy a file into the store as evidence')
    .action((name: string, options: AddOptions) =>
      session.run({}, (terminal, engine) => {
        const effectiveOn = dayOption('--effective', options.effective);
        const addedOn = dayOption('--added', options.added);
        if (!effectiveOn.ok) return Promise.resolve(reportError(terminal, effectiveOn.error));
        if (!addedOn.ok) return Promise.resolve(reportError(terminal, addedOn.error));
        const fields = {
          criteria: options.criterion,
          provider: options.provider ?? null,
          effectiveOn: effectiveOn.value,
          addedOn: addedOn.value,
          supersedes: options.supersedes ?? null,
          status: 'submitted',
          ...(options.title === undefined ? {} : { title: options.title }),
        };
        return runCommand(
          terminal,
          engine,
          'evidence.add',
          {
            release: name,
            file: options.file,
            asOf: null,
            fields,
            allowDuplicate: options.evenSo,
            onBehalf: options.onBehalf,
          },
          (done) => {
            const record = done.changes[0]?.record ?? {};
            return [`Added ${String(record.reference)} version ${String(record.version)}: ${String(record.title)}.`];
          },
        );
      }),
    );
}

function dayOption(option: string, text: string | undefined): Result<CalendarDate | null> {
  if (text === undefined) return ok(null);
  const parsed = calendarDateSchema.safeParse(text);
  if (parsed.success) return ok(parsed.data);
  return fail('usage', `${option} “${text}” ${parsed.error.issues[0]?.message ?? 'is not a date'}.`, option);
}
