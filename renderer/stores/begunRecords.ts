import type { Changed } from '../../shared/contract/record.ts';
import { kinds } from '../../shared/domain/catalogue/kinds.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { ListKind, RecordKind, RecordOf } from '../../shared/domain/records/recordKinds.ts';
import { goTo, useAppStore } from './appStore.ts';
import { recordIn } from './recordIn.ts';
import { addRecord, editRecord, removeRecord, saveMany, useReleaseStore } from './releaseStore.ts';
import { removeMany } from './removeMany.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A record whose form stands open and of which nothing is stored. */
interface Begun {
  readonly releaseId: string;
  readonly kind: ListKind;
  /** What is known of it before anything is typed. */
  readonly fields: Fields;
  /** Under which id it is stored; null: not yet. */
  id: string | null;
  /** The saving that brings it into being, while that is on its way. */
  saving: Promise<AppError | null> | null;
}

/** By the name of the form. They are few and small, and a field that leaves the screen still saves through here. */
const begun = new Map<string, Begun>();
/** The form in which a stored record was begun, by the record's id: it stays the same form, cursor and all. */
const forms = new Map<string, string>();

/** Opens nothing and stores nothing: the form is shown while it is what the screen was asked to open. */
export function beginRecord(releaseId: string, kind: ListKind, fields: Fields): string {
  const form = `new-${begun.size + 1}`;
  begun.set(form, { releaseId, kind, fields, id: null, saving: null });
  return form;
}

/** What names a record's form as long as it is on the screen, also when the record comes into being under it. */
export function formOf(id: string): string {
  return forms.get(id) ?? id;
}

/** The id under which a record that was begun is stored by now; any other id is its own. */
export function storedId(id: string): string {
  return begun.get(id)?.id ?? id;
}

export function isUnsaved(id: string): boolean {
  return begun.has(id);
}

/** One record of the open release, or one that is begun with every field that is not known empty; null: neither. */
export function useRecord(kind: RecordKind, id: string): (Fields & { readonly id: string }) | null {
  const facts = useReleaseStore((state) => state.open?.facts);
  const stored = recordIn(facts, kind, storedId(id));
  if (stored !== null) return { ...stored, id: storedId(id) };
  const one = begun.get(id);
  return one === undefined || one.id !== null ? null : begunAs(one, id);
}

function begunAs({ kind, fields }: Begun, id: string): Fields & { readonly id: string } {
  return { ...Object.fromEntries(Object.keys(kinds[kind].fields).map((field) => [field, null])), ...fields, id };
}

/**
 * The record of this kind that the screen was asked to begin, with every field that is not known empty; null where there
 * is none, or where it is stored by now and stands among the others.
 */
export function useBegun<Kind extends ListKind>(kind: Kind): (RecordOf<Kind> & { readonly id: string }) | null {
  const form = useAppStore(({ target }) => (target?.kind === kind ? target.id : null));
  const open = useReleaseStore((state) => state.open?.id);
  const known = useReleaseStore((state) => state.open?.facts);
  const one = form === null ? undefined : begun.get(form);
  if (form === null || !known || !one || one.releaseId !== open || (one.id !== null && one.saving === null))
    return null;
  return begunAs(one, one.id ?? form) as RecordOf<Kind> & { readonly id: string };
}

/** The record that is begun, where it is the one that stands open beside its list. */
export function begunIn<Kept extends { readonly id: string }>(
  one: Kept | null,
  opened: string | null,
): Kept | undefined {
  return one !== null && one.id === opened ? one : undefined;
}

/** The records of a list with the one that is begun in it at the end. */
export function useWithBegun<Listed extends { readonly id?: string | undefined }>(
  kind: ListKind,
  records: readonly Listed[],
): readonly Listed[] {
  const one = useBegun(kind);
  return one === null || records.some(({ id }) => id === one.id) ? records : [...records, one as unknown as Listed];
}

/** Saves fields of a record; the first value of one that was begun brings it into being. The error is for the field. */
export async function saveRecord(
  kind: RecordKind,
  id: string,
  fields: Fields,
  expects: Fields,
  onBehalf = false,
): Promise<AppError | null> {
  const one = begun.get(id);
  if (!one) return editRecord(kind, id, fields, expects, onBehalf);
  // One at a time: a second value that was typed meanwhile belongs to the record that the first one makes.
  while (one.saving) await one.saving;
  if (one.id !== null) return editRecord(kind, one.id, fields, expects, onBehalf);
  const note = (made: string | null) => {
    one.id = made;
    if (made !== null) forms.set(made, id);
  };
  one.saving = addRecord(one.releaseId, one.kind, { ...one.fields, ...fields }, note, onBehalf);
  const refused = await one.saving;
  one.saving = null;
  return refused;
}

/** Fields for one row of a list: by the name of its form, or null for a record that they add. */
interface RowSave {
  readonly key: string | null;
  readonly fields: Fields;
}

/**
 * Saves many rows of a list as one thing to take back. A row that is only begun comes into being by it, with what was known
 * of it, and stays the row that it is. Whether it was saved; where not, the person was told why.
 * @param fresh what a record begins with that a row adds
 */
export async function saveRows(
  kind: ListKind,
  rows: readonly RowSave[],
  fresh: Fields = {},
  onBehalf = false,
): Promise<boolean> {
  const oneOf = ({ key }: RowSave) => (key === null ? undefined : begun.get(key));
  // A value that was typed just now may be what brings a row into being.
  for (const row of rows) for (let one = oneOf(row); one?.saving; one = oneOf(row)) await one.saving;
  // What is begun goes first: so are its changes, by which its id is known.
  const isBegun = (row: RowSave) => oneOf(row)?.id === null;
  const ordered = [...rows.filter(isBegun), ...rows.filter((row) => !isBegun(row))];
  const coming = ordered.filter(isBegun);
  const saves = ordered.map((row) => {
    const { key, fields } = row;
    if (key === null) return { kind, id: null, fields: { ...fresh, ...fields } };
    return isBegun(row)
      ? { kind, id: null, fields: { ...oneOf(row)?.fields, ...fields } }
      : { kind, id: storedId(key), fields };
  });
  const note = ({ changes }: Changed) => {
    for (const [at, row] of coming.entries()) {
      const one = oneOf(row);
      const made = changes[at]?.id;
      if (!one || made === undefined || row.key === null) continue;
      one.id = made;
      forms.set(made, row.key);
    }
  };
  const saved = saveMany(saves, onBehalf, note);
  const settled = saved.then(() => null);
  for (const row of coming) Object.assign(oneOf(row) ?? {}, { saving: settled });
  const done = await saved;
  for (const row of coming) Object.assign(oneOf(row) ?? {}, { saving: null });
  return done !== null;
}

/** Takes many records out of their list; one of which nothing is stored just goes. */
export async function dropRecords(kind: ListKind, ids: readonly string[]): Promise<void> {
  const stored = ids.filter((id) => !begun.has(id));
  if (stored.length < ids.length) goTo(useAppStore.getState().screen);
  if (stored.length > 0) await removeMany(kind, stored);
}

/** Takes a record out of its list; one of which nothing is stored just goes. */
export async function dropRecord(kind: ListKind, id: string, what: string): Promise<void> {
  if (!begun.has(id)) return removeRecord(kind, id, what);
  goTo(useAppStore.getState().screen);
}
