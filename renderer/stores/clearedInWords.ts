import { entryOf } from '../../shared/domain/catalogue/entries.ts';
import { joinWords } from '../../shared/domain/foundation/words.ts';
import { formerApproval } from '../../shared/domain/records/formerApproval.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What is told of the approval that went with the date that it was of; null: none did. `before`: the record as it stood. */
export function clearedInWords(kind: RecordKind, before: Fields | null, fields: Fields): string | null {
  if (kind !== 'release' || before === null) return null;
  const cleared = formerApproval(before, fields).map((field) => `“${entryOf(kind, field)?.facts.label ?? field}”`);
  if (cleared.length === 0) return null;
  const [was, them] = cleared.length === 1 ? ['was', 'it'] : ['were', 'them'];
  return `${joinWords(cleared)} ${was} of the former Go-Live date and ${was} cleared with it. Ctrl+Z brings ${them} back.`;
}
