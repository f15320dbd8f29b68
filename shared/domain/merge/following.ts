import { isWhatWasAccepted } from '../records/acceptance.ts';
import type { RecordState } from './state.ts';
import { sameValue, winnerOf } from './winner.ts';

type Fields = Readonly<Record<string, unknown>>;

/*
 * What follows from two sides' writes that did not know of each other. It follows from the joined record alone, so that
 * both sides, whoever joins first, come to the same.
 */

/** The fields to edit after a join; null where nothing follows. @param fields the record as it would read */
export function followingEdit(state: RecordState, fields: Fields): Fields | null {
  if (state.kind === 'evidence') return withdrawnAcceptance(fields);
  return state.kind === 'view' ? stampOfPaper(state, fields) : null;
}

/** One side accepted what the other replaced: it is submitted again, and what was accepted stays on record. */
function withdrawnAcceptance(fields: Fields): Fields | null {
  if (fields.status !== 'accepted' || isWhatWasAccepted(fields)) return null;
  return { status: 'submitted', statusBy: null, statusReason: null };
}

const stampFields = ['sawText', 'saw'] as const;

/** Whether a field is part of a stamp on which the paper that was answered decides, so that nobody need choose. */
export function isOfPaper(state: RecordState, field: string): boolean {
  return stampFields.some((name) => name === field && versionOfPaper(state, name) !== null);
}

/** A view that answers a paper keeps what the paper showed, also where the other side stamped the answer by itself. */
function stampOfPaper(state: RecordState, fields: Fields): Fields | null {
  const differing = stampFields.flatMap((name) => {
    const version = versionOfPaper(state, name);
    return version && !sameValue(version.value ?? null, fields[name] ?? null) ? [[name, version.value] as const] : [];
  });
  return differing.length > 0 ? Object.fromEntries(differing) : null;
}

/** The write of a stamp that was made together with the paper's reference, where another was made apart from it. */
function versionOfPaper({ kind, fields }: RecordState, name: (typeof stampFields)[number]) {
  const versions = fields.get(name) ?? [];
  const paper = winnerOf(kind, 'paper', fields.get('paper') ?? []);
  if (kind !== 'view' || versions.length < 2 || (paper?.value ?? null) === null) return null;
  return versions.find(({ stamp }) => stamp.store === paper?.stamp.store && stamp.seq === paper.stamp.seq) ?? null;
}
