import { dayInWords } from '../../shared/domain/calendar/calendarDate.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';

/**
 * A record's key as people read it: its dates in words, a view as `TAG on AC-01`, a maximum as `SIT, severity 2`, and an
 * exception by its rule's title, never by its code. `kind` null: of any kind.
 */
export function wordedKey(kind: RecordKind | null, key: string): string {
  const said = key.replace(/\b\d{4}-\d\d-\d\d\b/g, dayInWords);
  if (kind === 'view') return said.replace('/', ' on ');
  if (kind === 'issueThreshold') return thresholdInWords(said);
  if (kind !== 'exception' && kind !== null) return said;
  const [rule, ...subject] = said.split(' ');
  const known = rules.find(({ id }) => id === rule);
  return known === undefined ? said : ['to', `“${known.title}”`, ...subject].join(' ');
}

/** `all/1` → `every phase, severity 1`; the name of a phase may hold a stroke itself. */
function thresholdInWords(key: string): string {
  const stroke = key.lastIndexOf('/');
  const [phase, severity] = [key.slice(0, stroke), key.slice(stroke + 1)];
  return `${phase === 'all' ? 'every phase' : phase}, ${severity === '?' ? 'no severity' : `severity ${severity}`}`;
}
