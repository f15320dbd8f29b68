import { isDeepStrictEqual } from 'node:util';
import type { Command } from 'commander';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { londonDayInWords } from '../../../shared/domain/calendar/londonDay.ts';
import { whoInSentence } from '../../../shared/domain/records/whoInSentence.ts';
import { marksOf } from '../../../shared/domain/roles/onBehalf.ts';
import { findRecord, readRecordName } from '../findRecord.ts';
import { onBehalfSwitch } from '../options.ts';
import { readFields } from '../recordFields.ts';
import type { Session } from '../session.ts';
import { reportError, runCommand } from '../terminal.ts';
import { countOf } from '../words.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One record at a time from a script, and the last change back. */
export function addRecordCommands(program: Command, session: Session): void {
  program
    .command('record')
    .description('change single records')
    .command('edit')
    .argument('<release>', 'the release')
    .argument('<kind:key>', 'the record, such as criterion:AC-01; release: for the release itself')
    .argument(
      '<field=value...>',
      'text as it is; JSON where the field holds a number, a list, yes or no (true, false); null for nothing',
    )
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .description('write fields of one record')
    .action((release: string, record: string, pairs: string[], { onBehalf }: { onBehalf: boolean }) =>
      session.run({}, async (terminal, engine) => {
        const named = readRecordName(record);
        if (!named.ok) return reportError(terminal, named.error);
        const { kind } = named.value;
        const fields = readFields(kind, pairs);
        if (!fields.ok) return reportError(terminal, fields.error);
        const opened = await engine.call('release.open', { release, asOf: null });
        if (!opened.ok) return reportError(terminal, opened.error);
        const { facts } = opened.value as OutputOf<'release.open'>;
        const found = await findRecord(engine, opened.value as OutputOf<'release.open'>, named.value);
        if (!found.ok) return reportError(terminal, found.error);
        const { id, fields: before } = found.value;
        const shown = kind === 'release' ? facts.release.name : record;
        const input = { asOf: null, kind, id, fields: fields.value, onBehalf };
        return runCommand(terminal, engine, 'record.edit', input, (done) => [
          done.entry === 0 ? `${shown} stands so already.` : editedLine(shown, id, before, done, fields.value),
        ]);
      }),
    );

  addUndoCommand(program, session);
}

/** What reads otherwise than before, also what followed from it; or what was confirmed that the other side had recorded. */
function editedLine(
  shown: string,
  id: string,
  before: Fields,
  { changes }: OutputOf<'record.edit'>,
  asked: Fields,
): string {
  const after: Fields = changes.find((one) => one.id === id)?.record ?? {};
  const changed = Object.keys(after).filter(
    (name) => name !== 'onBehalf' && name !== 'id' && !isDeepStrictEqual(after[name] ?? null, before[name] ?? null),
  );
  if (changed.length === 0) return `Confirmed ${shown}: ${Object.keys(asked).join(', ')}.`;
  const marked = new Set(marksOf(after).map(({ field }) => field));
  const confirmed = marksOf(before).flatMap(({ field }) =>
    marked.has(field) || changed.includes(field) ? [] : [field],
  );
  const also = confirmed.length > 0 ? `; confirmed ${confirmed.join(', ')}` : '';
  // What names a record by its reference follows it.
  const others = changes.filter((one) => one.id !== id).length;
  const followed = others === 0 ? '' : `; ${countOf(others, 'other record')} changed with it`;
  return `Changed ${shown}: ${changed.join(', ')}${also}${followed}.`;
}

function addUndoCommand(program: Command, session: Session): void {
  program
    .command('undo')
    .argument('<release>', 'the release')
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .description(
      'take back the newest change of a release that was made in this store; once more, the one before it. What an exchange brought stays',
    )
    .action((release: string, { onBehalf }: { onBehalf: boolean }) =>
      session.run({}, (terminal, engine) =>
        runCommand(terminal, engine, 'record.undoLast', { release, asOf: null, onBehalf }, ({ takenBack, records }) => [
          `Took back what ${whoInSentence({ name: takenBack.by, organisation: takenBack.organisation })} changed on ${londonDayInWords(takenBack.at)}: ${countOf(records, 'record')}.`,
        ]),
      ),
    );
}
