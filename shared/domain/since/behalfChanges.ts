import type { RecordKind } from '../records/recordKinds.ts';
import { behalfWords } from '../roles/behalfWords.ts';
import { type Mark, marksOf } from '../roles/onBehalf.ts';
import { type Change, factChange } from './change.ts';
import { fieldName } from './fieldWords.ts';
import { isSame } from './pairRecords.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Values that one side recorded for their owner since, and those that have their owner's word by now. */
export function behalfChanges(
  kind: RecordKind,
  subject: string | null,
  name: string,
  { before, after }: { readonly before: Fields; readonly after: Fields },
): readonly Change[] {
  const [was, is] = [marksOf(before), marksOf(after)];
  const tell = ({ field }: Mark, words: string) =>
    factChange(`${kind}.behalf`, subject, `${name}: ${fieldName(kind, field)} ${words}.`);
  const marked = is.filter((mark) => !was.some((other) => isSame(mark, other)));
  const owned = was.filter((mark) => !is.some(({ field }) => field === mark.field));
  return [
    ...marked.map((mark) => tell(mark, `was ${behalfWords(mark)}`)),
    ...owned.map((mark) => tell(mark, 'is its owner’s own word now, no longer recorded on behalf')),
  ];
}
