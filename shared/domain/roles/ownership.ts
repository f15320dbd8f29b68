import { entryOf } from '../catalogue/entries.ts';
import type { Fields, Owner } from '../catalogue/field.ts';
import { kinds, type RecordKind } from '../catalogue/kinds.ts';

export type { Owner } from '../catalogue/field.ts';

/**
 * Whose one field of one record is (`docs/design.md`, Who owns what). DCC: TAD, test phases, thresholds, test issues,
 * User testing, the evidence it provides, self-status and rationale of criteria it owns. SECAS: everything else, and
 * accepting or rejecting evidence. Views and meetings: both. Its own recommendation is each side's; sign-offs and signatures
 * stand in one list, so of the list it is both's, and `keeperOf` asks whose entries change.
 * @param record the record as it stands, or as it would be created
 * @param value what the field becomes; only the status of evidence asks for it
 */
export function ownerOf(kind: RecordKind, field: string, record: Fields, value?: unknown): Owner {
  const owner = entryOf(kind, field)?.facts.owner ?? (kind === 'release' ? 'SECAS' : kinds[kind].owner);
  return typeof owner === 'function' ? owner(record, value) : owner;
}

/** Never recorded on behalf: accepting and rejecting, a recommendation, a sign-off and a signature are each side's own word. */
export function isOwnWordOnly(kind: RecordKind, field: string, value: unknown): boolean {
  const ownWord = entryOf(kind, field)?.facts.ownWord ?? false;
  return typeof ownWord === 'function' ? ownWord(value) : ownWord;
}

/** Whether a field is a list of which each entry is the organisation's that it names. */
export function isSignedList(kind: RecordKind, field: string): boolean {
  return entryOf(kind, field)?.facts.signed === true;
}
