import { type Evidence, mayBeCurrent } from '../records/evidence.ts';
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
  const isLatest = earlier.every((one) => one.version < version);
  if (earlier.length > 0 && isLatest && mayBeCurrent(added))
    return factChange(
      'evidence.replaced',
      key,
      `${reference}: version ${version} was added and replaces the one before${title}.`,
    );
  const how = mayBeCurrent(added) ? '' : `, ${status ?? ''}`;
  return factChange('evidence.added', key, `${evidenceName(key)} was added${how}${title}.`);
}
