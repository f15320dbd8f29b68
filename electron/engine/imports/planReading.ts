import type { HeldReading, PlannedRow } from '../../../shared/contract/import.ts';
import type { Result } from '../../../shared/domain/foundation/result.ts';
import { joinWords } from '../../../shared/domain/foundation/words.ts';
import { importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import { theBody } from '../../../shared/domain/records/bodies.ts';
import { keyOf, type ListKind } from '../../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { behalfField } from '../../../shared/domain/roles/behalfWords.ts';
import { marksOf } from '../../../shared/domain/roles/onBehalf.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import type { Fields } from '../fields.ts';
import { type Judging, judgeAddition, judgeEdit } from '../judge.ts';
import { type Reading, rowsOf } from './heldReadings.ts';
import { missingFinder, missingInWords } from './missing.ts';
import { type RowPlan, rowPlanner } from './plan.ts';

const shownRows = 200;

type Planned = Pick<HeldReading, 'plan' | 'rows'> & Pick<Reading, 'told'>;

/** What would become of the rows that were not taken yet: all of them counted, the first of them shown. */
export function planReading(context: EngineContext, store: Store, reading: Reading, facts: ReleaseFacts): Planned {
  const { record, plan, pass, records, named } = rowPlanner(
    store.db,
    reading.kind,
    reading.releaseId,
    facts,
    context.today(),
  );
  const finder = missingFinder(reading, records, named);
  const rows: PlannedRow[] = [];
  const counts = { added: 0, updated: 0, same: 0, refused: 0 };
  const theirs = { added: 0, updated: 0 };
  let index = 0;
  for (const row of rowsOf(reading)) {
    finder.see(row);
    index += 1;
    const isDone = reading.done.has(index - 1);
    if (isDone) pass(row);
    if (isDone || row.refused) continue;
    const { planned, unlessForThem } = asJudged(context, record, plan(row));
    counts[countOf[planned.action]] += 1;
    if (unlessForThem !== null) theirs[planned.action === 'add' ? 'added' : 'updated'] += 1;
    if (rows.length < shownRows) rows.push(shownRow(reading, row, planned, unlessForThem));
  }
  const missing = finder.missing();
  const told = new Set(missing.map(({ id }) => id));
  return { plan: { ...counts, theirs, ...missingInWords(record, missing) }, rows, told };
}

const countOf = { add: 'added', update: 'updated', confirm: 'updated', same: 'same', refused: 'refused' } as const;

interface Judged {
  readonly planned: RowPlan;
  /** Why the row is refused where it is not recorded for the other side; null: it is this one's own to take. */
  readonly unlessForThem: string | null;
}

/** Whose the record is, is asked as it will be when the row is taken. */
function asJudged(context: EngineContext, record: ListKind, planned: RowPlan): Judged {
  if (planned.action === 'same' || planned.action === 'refused') return { planned, unlessForThem: null };
  const judge = (onBehalf: boolean): Result<Fields> => {
    const asked: Judging = {
      role: context.role(),
      onBehalf,
      actor: context.actor(),
      today: context.today(),
      restates: false,
      leftOut: null,
    };
    return planned.action === 'add'
      ? judgeAddition(asked, record, planned.fields)
      : judgeEdit(asked, record, planned.current.fields, planned.fields);
  };
  const own = judge(false);
  if (planned.action === 'confirm' && (!own.ok || Object.keys(own.value).length === 0))
    return { planned: { action: 'same', current: planned.current }, unlessForThem: null };
  if (own.ok) return { planned, unlessForThem: null };
  const forThem = judge(true);
  if (forThem.ok) return { planned, unlessForThem: own.error.message };
  return { planned: { action: 'refused', sentence: forThem.error.message }, unlessForThem: null };
}

function sentenceOf(record: ListKind, planned: RowPlan): string | null {
  if (planned.action === 'refused') return planned.sentence;
  if (planned.action !== 'confirm') return null;
  const marks = marksOf(planned.current.fields).filter(({ field }) => field in planned.fields);
  const labels = marks.map(({ field }) => behalfField(record, field));
  return `Confirms what was recorded for ${theBody(marks[0]?.for ?? '')}: ${joinWords(labels)}.`;
}

function shownRow(
  reading: Reading,
  row: { row: number; fields: Record<string, unknown> },
  planned: RowPlan,
  unlessForThem: string | null,
): PlannedRow {
  const { record } = importKindSpecs[reading.kind];
  const fields = 'fields' in planned ? planned.fields : row.fields;
  const current = 'current' in planned ? planned.current.fields : {};
  const stated = Object.fromEntries(Object.keys(row.fields).map((name) => [name, fields[name] ?? null]));
  const before = Object.fromEntries(Object.keys(stated).map((name) => [name, current[name] ?? null]));
  return {
    row: row.row,
    action: planned.action === 'confirm' ? 'update' : planned.action,
    key: keyOf(record, { ...current, ...fields } as never),
    fields: stated,
    before: planned.action === 'update' ? before : {},
    sentence: sentenceOf(record, planned),
    unlessForThem,
  };
}
