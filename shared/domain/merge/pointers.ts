import { evidenceKey } from '../records/evidence.ts';
import { type ListKind, modificationKey } from '../records/recordKinds.ts';

/** A field that names another record, as people do: by its reference. */
export interface Pointer {
  readonly kind: ListKind;
  readonly field: string;
  /** The value that names the record anew; undefined where it does not name it. */
  readonly follow: (value: unknown, was: string, is: string) => unknown;
}

const one = (value: unknown, was: string, is: string) => (value === was ? is : undefined);
const inList = (value: unknown, was: string, is: string) =>
  Array.isArray(value) && value.includes(was) ? value.map((item) => (item === was ? is : item)) : undefined;
const inStamp = (value: unknown, was: string, is: string) =>
  Array.isArray(value) && value.some((item) => item?.evidence === was)
    ? value.map((item) => (item?.evidence === was ? { ...item, evidence: is } : item))
    : undefined;

const inAcceptance = (value: unknown, was: string, is: string) => {
  const accepted = (value ?? {}) as { readonly criteria?: unknown };
  const criteria = inList(accepted.criteria, was, is);
  return criteria === undefined ? undefined : { ...accepted, criteria };
};

/** What points at records of the kinds that are known by their reference. */
export const pointersAt: Readonly<Record<KeyedKind, readonly Pointer[]>> = {
  modification: [
    { kind: 'criterion', field: 'modifications', follow: inList },
    { kind: 'notLive', field: 'modification', follow: one },
  ],
  criterion: [
    { kind: 'evidence', field: 'criteria', follow: inList },
    { kind: 'evidence', field: 'accepted', follow: inAcceptance },
    { kind: 'view', field: 'criterion', follow: one },
    { kind: 'issueThreshold', field: 'criterion', follow: one },
  ],
  evidence: [
    { kind: 'view', field: 'saw', follow: inStamp },
    { kind: 'evidence', field: 'supersedes', follow: one },
    { kind: 'testPhase', field: 'exitReport', follow: one },
  ],
};

/** Kinds of which two living records of one release may not share a key, in the order in which clashes are mended. */
export const keyedKinds = ['modification', 'criterion', 'evidence'] as const;
export type KeyedKind = (typeof keyedKinds)[number];

type Fields = Readonly<Record<string, unknown>>;

export function keyIn(kind: KeyedKind, fields: Fields): string {
  if (kind === 'modification') return modificationKey(fields as never);
  return kind === 'criterion' ? String(fields.reference) : evidenceKey(fields as never);
}

/** The fields that give a record the `attempt`th other name: AC-07b, EV-012c; a modification is never another one. */
export function renamed(kind: KeyedKind, fields: Fields, attempt: number): Fields {
  const tail = attempt < 26 ? String.fromCharCode(97 + attempt) : `-${attempt + 1}`;
  if (kind !== 'modification') return { reference: `${fields.reference}${tail}` };
  const copy = attempt === 1 ? 'duplicate' : `duplicate ${attempt}`;
  return { part: fields.part ? `${fields.part} ${copy}` : copy };
}
