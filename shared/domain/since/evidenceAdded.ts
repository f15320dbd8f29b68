import { type Evidence, evidenceKey, mayBeCurrent, parseEvidenceKey } from '../records/evidence.ts';
import { type Change, factChange } from './change.ts';
import { evidenceName } from './recordNoun.ts';

/**
 * A version that was added: it replaces the one before only where it is a later one and may be current; one that is
 * rejected or withdrawn, or older than what was there, replaces nothing.
 *
 * @param title ready for the end of the sentence, `: “Report”`, or nothing
 */
export function evidenceAdded(key: string, added: Evidence, before: readonly Evidence[], title: string): Change {
  const { reference, version, status } = added;
  const earlier = before.filter((one) => one.reference === reference);
  const isLatest = earlier.length > 0 && earlier.every((one) => one.version < version);
  const named = namedBy(added);
  if (!mayBeCurrent(added))
    return factChange('evidence.added', key, `${evidenceName(key)} was added, ${status ?? ''}${title}.`);
  if (!isLatest) {
    const replaces = named === null ? '' : ` and replaces ${named}`;
    return factChange('evidence.added', key, `${evidenceName(key)} was added${replaces}${title}.`);
  }
  const replaces = named === null ? 'the one before' : `the one before and ${named}`;
  const sentence = `${reference}: version ${version} was added and replaces ${replaces}${title}.`;
  return factChange('evidence.replaced', key, sentence);
}

/** The version of another item that it supersedes by name; null: none. */
function namedBy({ reference, supersedes }: Evidence): string | null {
  if (supersedes === null || supersedes === '') return null;
  const named = parseEvidenceKey(supersedes);
  return named.reference === reference ? null : evidenceName(evidenceKey(named));
}
