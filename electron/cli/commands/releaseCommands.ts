import type { Command } from 'commander';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { slotSchema } from '../../../shared/domain/calendar/slots.ts';
import { appError } from '../../../shared/domain/foundation/appError.ts';
import { nounsOf, recordKinds } from '../../../shared/domain/records/recordKinds.ts';
import { goLiveInForce } from '../../../shared/domain/rulebook/context/goLiveInForce.ts';
import { onBehalfSwitch } from '../options.ts';
import type { Session } from '../session.ts';
import { exitCodes, reportError, runCommand } from '../terminal.ts';
import { countOf, dateOrDash, findingLine, summaryLine } from '../words.ts';
import { addJoinCommand } from './joinCommand.ts';

export function addReleaseCommands(program: Command, session: Session): void {
  const release = program.command('release').description('set up, list, read and carry releases');

  release
    .command('import')
    .argument('<file>', 'a release file (JSON)')
    .option('--replace', 'replace a release of the same name, as far as it is yours', false)
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .description('take a release file into the store, whole or not at all')
    .action((file: string, { replace, onBehalf }: { replace: boolean; onBehalf: boolean }) =>
      session.run({ createsStore: true }, (terminal, engine) =>
        runCommand(
          terminal,
          engine,
          'release.import',
          { file, replace, onBehalf },
          (done) => [
            importedLine(done),
            ...done.confirmed.map((what) => `✓ ${what} was recorded on its owner's behalf, and is confirmed by this.`),
            ...done.leftOut.map(leftOutLine),
          ],
          ({ leftOut }) => (leftOut.length > 0 ? exitCodes.notInOrder : exitCodes.done),
        ),
      ),
    );

  release
    .command('list')
    .description('every release with its Go-Live date and how it stands')
    .action(() =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'release.list', {}, (items) =>
          items.length === 0
            ? ['This store holds no release yet. Import one, or create one in the window.']
            : items.map(
                (item) =>
                  `${item.name}${item.archived ? ' (archived)' : ''} · Go-Live ${dateOrDash(item.goLive)} · ${summaryLine(item.summary)}`,
              ),
        ),
      ),
    );

  release
    .command('show')
    .argument('<name>')
    .description('the facts of one release, and its findings')
    .action((name: string) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'release.open', { release: name, asOf: null }, ({ facts, readiness }) => [
          `${facts.release.name} · Go-Live ${dateOrDash(goLiveInForce(facts, readiness.asOf).date)}`,
          [
            countOf(facts.modifications.length, 'modification'),
            countOf(facts.criteria.length, 'criterion', 'criteria'),
            countOf(facts.evidence.length, 'evidence item'),
            countOf(facts.views.length, 'view'),
          ].join(' · '),
          summaryLine(readiness.summary),
          ...readiness.findings.filter((finding) => finding.outcome !== 'notApplicable').map(findingLine),
        ]),
      ),
    );

  release
    .command('clone')
    .argument('<name>')
    .requiredOption('--slot <slot>', 'the slot of the new release, such as 2026-11')
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .description("start the next release from this one's criteria")
    .action((name: string, options: { slot: string; onBehalf: boolean }) =>
      session.run({}, (terminal, engine) => {
        const slot = slotSchema.safeParse(options.slot);
        if (!slot.success) {
          const message = `The slot ${JSON.stringify(options.slot)} ${slot.error.issues[0]?.message ?? 'is not valid'}.`;
          return Promise.resolve(reportError(terminal, appError('usage', message, '--slot')));
        }
        const input = { release: name, slot: slot.data, onBehalf: options.onBehalf };
        return runCommand(terminal, engine, 'release.clone', input, clonedLines);
      }),
    );

  release
    .command('remove')
    .argument('<name>')
    .option(onBehalfSwitch.flags, 'take it away for SECAS, whose it is; refused otherwise', false)
    .description('take a wrong release away; the history keeps it')
    .action((name: string, { onBehalf }: { onBehalf: boolean }) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'release.remove', { release: name, onBehalf }, (removed) => [
          `Removed ${removed.name}. It stays in the history.`,
        ]),
      ),
    );

  addJoinCommand(release, session);

  release
    .command('archive')
    .argument('<name>')
    .option('--back', 'take it out of the archive again', false)
    .description('put a finished release out of the daily list; nothing is lost')
    .action((name: string, options: { back: boolean }) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'release.archive', { release: name, archived: !options.back }, (done) => [
          options.back ? `${done.name} is back in the list.` : `Archived ${done.name}.`,
        ]),
      ),
    );

  release
    .command('export')
    .argument('<name>')
    .requiredOption('--out <file>', 'the release file to write; evidence files go to FILE.files/')
    .description('write a release as a release file')
    .action((name: string, options: { out: string }) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'release.export', { release: name, out: options.out }, (done) => [
          `Wrote ${done.file}: ${countOf(done.records, 'record')}, ${countOf(done.files, 'evidence file')}.`,
        ]),
      ),
    );
}

/** Criteria and conditions always, of the rest what there is; and what the other side has yet to confirm. */
function clonedLines({ name, from, carried, records }: OutputOf<'release.clone'>): readonly string[] {
  const others = records.flatMap(({ kind, count }) =>
    kind === 'release' || kind === 'criterion' || kind === 'condition'
      ? []
      : [countOf(count, recordKinds[kind].noun, nounsOf(kind))],
  );
  const all = [
    countOf(carried.criteria, 'criterion', 'criteria'),
    countOf(carried.conditions, 'undischarged condition'),
    ...others,
  ];
  const marked = records.reduce((sum, one) => sum + one.marked, 0);
  return [
    `Made ${name} from ${from}: ${all.join(', ')}.`,
    ...(marked > 0
      ? [
          `◆ ${countOf(marked, 'record')} of it ${marked === 1 ? 'is' : 'are'} recorded on the other side's behalf, to be confirmed.`,
        ]
      : []),
  ];
}

function importedLine(done: OutputOf<'release.import'>): string {
  const { name, entry, leftOut, isNew, added, changed, removed } = done;
  const files = countOf(done.files, 'evidence file');
  if (entry === 0)
    return `Nothing was changed${leftOut.length > 0 ? ` in ${name}` : `: ${name} says what the file states`}.`;
  if (isNew) return `Imported ${name}: ${countOf(done.records, 'record')}, ${files}.`;
  return `Replaced what differs in ${name}: ${countOf(added, 'record')} added, ${changed} changed, ${removed} removed, ${files} copied.`;
}

function leftOutLine(what: string): string {
  const why = what.endsWith('#onBehalf') ? 'its owner has stated what the file marks' : "it is the other side's";
  return `✕ ${what} was left as it stood: ${why}.`;
}
