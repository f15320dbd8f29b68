import { entriesOf } from '../../shared/domain/catalogue/entries.ts';
import type { RecordKind } from '../../shared/domain/catalogue/kinds.ts';

/**
 * Fields that the app computes or that have a control of their own beside the record's fields: the life of an evidence
 * item and its file, and the stamp of what a body saw. All others are among the specs.
 */
export function shownElsewhere(kind: RecordKind): readonly string[] {
  return entriesOf(kind)
    .filter(({ facts }) => facts.control.type === 'elsewhere')
    .map(({ name }) => name);
}
