import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { plainName } from '../../../shared/domain/foundation/plainName.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { joinWords } from '../../../shared/domain/foundation/words.ts';
import { type ImportKind, importKindSpecs, partialFields } from '../../../shared/domain/importing/importKinds.ts';
import type { ImportedRow } from '../../../shared/domain/importing/reading.ts';
import { checkCounts, countFields } from '../../../shared/domain/importing/rowChecks.ts';
import { nouns } from '../../../shared/domain/importing/rowReader.ts';
import { keyOf, type ListKind, recordKinds } from '../../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { marksOf } from '../../../shared/domain/roles/onBehalf.ts';
import { hasFallen, type ScopeStanding } from '../../../shared/domain/rulebook/context/scopeIndex.ts';
import type { ReadableDb } from '../../store/db.ts';
import { readRecords, type StoredRecord } from '../../store/records.ts';
import { checkFields } from '../changes.ts';
import type { Fields } from '../fields.ts';
import { matcherOf, rowName } from './match.ts';
import { rowStamper } from './stampRow.ts';

/** What one row comes to. Fields are checked against the domain; nothing is written yet. */
export type RowPlan =
  | { readonly action: 'add'; readonly fields: Fields }
  | { readonly action: 'update'; readonly current: StoredRecord; readonly fields: Fields }
  | { readonly action: 'same'; readonly current: StoredRecord }
  /** The same of a record of which something was recorded for its owner: from the owner it is a confirmation. */
  | { readonly action: 'confirm'; readonly current: StoredRecord; readonly fields: Fields }
  | { readonly action: 'refused'; readonly sentence: string };

/** Decides row by row, against the release as it stands in this transaction. */
export function rowPlanner(
  db: ReadableDb,
  kind: ImportKind,
  releaseId: string,
  facts: ReleaseFacts,
  today: CalendarDate,
): {
  readonly record: ListKind;
  readonly plan: (row: ImportedRow) => RowPlan;
  /** Tells of a row that was taken before, so that no later one of the same record is. */
  readonly pass: (row: ImportedRow) => void;
  /** The record that a row names, whether it is taken or not; null: none of this release. */
  readonly named: (row: ImportedRow) => StoredRecord | null;
  /** The living records of the kind, as they stood before the rows. */
  readonly records: readonly StoredRecord[];
} {
  const { record } = importKindSpecs[kind];
  const records = readRecords(db, record, releaseId);
  const match = matcherOf(kind, record, records);
  const taken = new Set<string>();
  const told = new Map<string, number>();
  const stampRow = rowStamper(db, releaseId, facts, today);
  const criteria = new Map(facts.criteria.map(({ reference }) => [plainName(reference), reference]));
  // The other tables are asked as they are read (`rowReader.ts`); these name one record in more than one way.
  const tellsOnce = kind === 'results' || kind === 'scope';
  const tell = (row: number, current: StoredRecord | null, fields: Fields): string | null => {
    if (!tellsOnce) return null;
    const one = current?.id ?? rowName(kind, record, fields);
    const earlier = told.get(one);
    if (earlier === undefined) told.set(one, row);
    return earlier === undefined
      ? null
      : `Row ${earlier} already holds the ${nouns[kind]} “${keyOf(record, (current?.fields ?? fields) as never)}”; delete one of the two rows.`;
  };
  return {
    record,
    records,
    named: ({ fields }) => match(fields),
    pass: ({ row, fields }) => {
      const current = match(fields, taken);
      tell(row, current, fields);
      if (current) taken.add(current.id);
    },
    plan: ({ row, fields: stated }) => {
      const linked = kind === 'views' ? withCriterion(stated, criteria) : ok(stated);
      if (!linked.ok) return { action: 'refused', sentence: linked.error.message };
      const current = match(linked.value, taken);
      const repeated = tell(row, current, linked.value);
      if (repeated !== null) return { action: 'refused', sentence: repeated };
      const given = kind === 'views' ? stampRow(linked.value, current?.fields ?? {}) : linked.value;
      if (!current) return addition(record, { ...freshFields(kind, given), ...given });
      const checked = checkFields(record, withRest(kind, asNamed(given, current.fields), current.fields), true);
      if (!checked.ok) return { action: 'refused', sentence: checked.error.message };
      const differs = Object.entries(checked.value).some(
        ([name, value]) => !isDeepStrictEqual(current.fields[name] ?? null, value),
      );
      const contradicted = kind === 'results' && differs ? contradictionWith(current.fields, checked.value) : null;
      if (contradicted !== null) return { action: 'refused', sentence: contradicted };
      // Of a view that a row states as it stands no other row may make something else.
      taken.add(current.id);
      if (differs) return { action: 'update', current, fields: checked.value };
      const isMarked = marksOf(current.fields).some(({ field }) => field in checked.value);
      return isMarked ? { action: 'confirm', current, fields: checked.value } : { action: 'same', current };
    },
  };
}

/** A row states some of the counts of a phase; with those that stand beside them they have to be true as well. */
function contradictionWith(current: Fields, given: Fields): string | null {
  const isStated = countFields.some((name) => name in given && given[name] !== current[name]);
  const [first] = isStated ? checkCounts({ ...current, ...given }) : [];
  if (first === undefined) return null;
  const name = [current.name, current.region].filter(Boolean).join(', ');
  const standing = countFields.filter((count) => !(count in given) && typeof current[count] === 'number');
  const recorded = standing.map((count) => `${current[count]} ${count === 'notRun' ? 'not run' : count}`);
  return `${name} is recorded with ${joinWords(recorded)}, and ${first.why}; nothing of this row was taken.`;
}

/** The whole schema at once is quicker than field by field; only a refusal needs to know which field it was. */
function addition(record: ListKind, fields: Fields): RowPlan {
  const whole = recordKinds[record].schema.safeParse(fields);
  if (whole.success) {
    const { id: _, ...checked } = whole.data;
    return { action: 'add', fields: checked };
  }
  const checked = checkFields(record, fields, false);
  return checked.ok ? { action: 'add', fields: checked.value } : { action: 'refused', sentence: checked.error.message };
}

/**
 * What a new record starts with where its row says nothing of it: a list of the scope is a list of what is in scope, but for
 * what was rejected, withdrawn or delayed, of which it does not say whether it left.
 */
function freshFields(kind: ImportKind, given: Fields): Fields {
  return kind === 'scope' && !hasFallen(given as unknown as ScopeStanding) ? { inScope: true } : {};
}

/** A record that was found under another form of its reference (`mp 80`, `ac-01`) keeps its own, for others point at it. */
function asNamed(given: Fields, { reference }: Fields): Fields {
  return typeof given.reference === 'string' && typeof reference === 'string' ? { ...given, reference } : given;
}

/** A row may state a part of a field that holds several; the rest of it stays as it stands. */
function withRest(kind: ImportKind, given: Fields, current: Fields): Fields {
  const parts = partialFields(kind).filter((name) => isParts(given[name]) && isParts(current[name]));
  if (parts.length === 0) return given;
  const whole = parts.map((name) => [name, { ...(current[name] as object), ...(given[name] as object) }]);
  return { ...given, ...Object.fromEntries(whole) };
}

function isParts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A view on a criterion that is not there would be a view on nothing. */
function withCriterion(fields: Fields, criteria: ReadonlyMap<string, string>): Result<Fields> {
  const named = String(fields.criterion ?? '').trim();
  const criterion = criteria.get(plainName(named));
  if (criterion !== undefined) return ok({ ...fields, criterion });
  const sentence = `There is no criterion ${named || '(none named)'} in this release; add the criterion first, or mend its reference.`;
  return fail('invalidInput', sentence, 'criterion');
}
