import { basename, join } from 'node:path';
import type { HeldReading, ImportChoices } from '../../../../shared/contract/import.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import type { ImportKind } from '../../../../shared/domain/importing/importKinds.ts';
import type { ReadImportInput, ReadImportOutput } from '../../../../shared/domain/importing/reading.ts';
import { shownName } from '../../../../shared/domain/importing/shown.ts';
import type { ReleaseFacts } from '../../../../shared/domain/records/releaseFacts.ts';
import { plainPhase } from '../../../../shared/domain/testing/issueCells.ts';
import type { Store } from '../../../store/openStore.ts';
import type { EngineContext } from '../../context.ts';
import { type Reading, readingFolder } from '../../imports/heldReadings.ts';
import { memoryKey } from '../../imports/memoryKey.ts';
import { planReading } from '../../imports/planReading.ts';
import { readRelease } from '../../releaseByName.ts';
import { runTask } from '../../runTask.ts';
import { readImportMemory } from '../../settings.ts';
import { storeVerb } from '../../verb.ts';

/** Reads a table in a process of its own and says what would become of it; the store is not touched. */
export const importRead = storeVerb('import.read', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  if ((input.file === null) === (input.text === null))
    return fail('invalidInput', 'An import reads a file or a pasted table, one of the two.', 'file');
  const first = input.file === null ? 'pasted table' : shownName(basename(input.file));
  const name = input.more?.length ? `${first} and ${input.more.length} more` : first;
  const defaults = asSpelt(input.kind, input.defaults, found.value.facts);
  const folder = readingFolder();
  const rows = join(folder, 'rows.ndjson');
  const source =
    input.file === null
      ? { text: input.text ?? '' }
      : input.more?.length
        ? { files: [input.file, ...input.more] }
        : { file: input.file };
  const read = await readTable(context, store, { ...choicesOf(input), defaults, source, name, out: rows });
  const reading: Reading = {
    folder,
    rows,
    name,
    kind: input.kind,
    releaseId: found.value.id,
    defaults,
    output: read.ok ? read.value : noOutput,
    chosen: { mapping: input.mapping, valueMaps: input.valueMaps },
    told: null,
    done: new Set(),
  };
  const token = context.stamps.newId();
  context.readings.hold(token, reading);
  if (!read.ok) {
    context.readings.forget(token);
    return read;
  }
  const { told, ...planned } = input.plan ? planReading(context, store, reading, found.value.facts) : nothingPlanned;
  context.readings.hold(token, { ...reading, told });
  return ok({ token, name, kind: input.kind, reading: read.value, ...planned } satisfies HeldReading);
});

/** A phase that the whole list is said to be of, as the release spells it: another spelling is no other phase. */
function asSpelt(
  kind: ImportKind,
  defaults: ImportChoices['defaults'],
  facts: ReleaseFacts,
): ImportChoices['defaults'] {
  const { phase } = defaults;
  if (kind !== 'issues' || typeof phase !== 'string') return defaults;
  const known = [...facts.testPhases.map(({ name }) => name), ...facts.testIssues.map((issue) => issue.phase)];
  const spelt = known.find((one) => plainPhase(one) === plainPhase(phase));
  return { ...defaults, phase: spelt ?? phase };
}

type Planned = ReturnType<typeof planReading>;

const nothingPlanned: Planned = {
  plan: { added: 0, updated: 0, same: 0, refused: 0, theirs: { added: 0, updated: 0 }, missing: 0, missingNames: [] },
  rows: [],
  told: null,
};

const noOutput = {
  problems: [],
  problemCount: 0,
  refusedRows: 0,
  notes: [],
  questions: [],
} as unknown as ReadImportOutput;

function choicesOf(input: ImportChoices): ImportChoices {
  const { kind, sheet, mapping, valueMaps, defaults, headingRow, dateOrder, partialLists } = input;
  return { kind, sheet, mapping, valueMaps, defaults, headingRow, dateOrder, partialLists };
}

/** Reads as asked; where nothing was asked and a table with these columns was read before, as it was read then. */
async function readTable(
  context: EngineContext,
  store: Store,
  input: ReadImportInput,
): Promise<Result<ReadImportOutput>> {
  const run = (asked: ReadImportInput) => runTask(context, 'importers', 'readImport', asked);
  const first = await run(input);
  if (!first.ok || input.mapping !== null || Object.keys(input.valueMaps).length > 0) return first;
  const known = readImportMemory(store.db)[memoryKey(input.kind, first.value)];
  if (!known) return first;
  const again = await run({ ...input, mapping: known.mapping ?? null, valueMaps: known.valueMaps });
  if (!again.ok) return first;
  return ok({ ...again.value, notes: [...again.value.notes, 'Read as a table with these columns was read before.'] });
}
