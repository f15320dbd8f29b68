import type { CalendarDate } from '../calendar/calendarDate.ts';
import { oneLine } from '../foundation/words.ts';
import { recordsOf } from '../records/canonical.ts';
import type { Evidence } from '../records/evidence.ts';
import { type ListKind, listKinds } from '../records/recordKinds.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { behalfChanges } from './behalfChanges.ts';
import { type Change, factChange } from './change.ts';
import { evidenceAdded } from './evidenceAdded.ts';
import { facets, viewSentence } from './facets.ts';
import { fieldChange } from './fieldChange.ts';
import { recordNotYetBy } from './notYetBy.ts';
import { type AnyRecord, isSame, type Pair, pairRecords } from './pairRecords.ts';
import { issueName, nounOf, splitView } from './recordNoun.ts';
import { valueInWords } from './valueInWords.ts';

/** What changed in every list of records; each change of a field stands in exactly one sentence. */
export function listChanges(before: ReleaseFacts, after: ReleaseFacts, asOf: CalendarDate): readonly Change[] {
  const told: Telling = { evidenceBefore: before.evidence, asOf };
  return listKinds.flatMap((kind) =>
    pairRecords(kind, recordsOf(before, kind), recordsOf(after, kind)).flatMap((pair) => pairChanges(kind, pair, told)),
  );
}

interface Telling {
  readonly evidenceBefore: readonly Evidence[];
  readonly asOf: CalendarDate;
}

function pairChanges(kind: ListKind, pair: Pair, telling: Telling): readonly Change[] {
  if (pair.before && pair.after) return editChanges(kind, pair.key, pair.before, pair.after, telling.asOf);
  if (pair.after) return [addedChange(kind, pair.key, pair.after, telling)];
  const { key, before } = pair;
  return before === null ? [] : [factChange(removedKind(kind), key, `${nounOf(kind, key, before)} was removed.`)];
}

function editChanges(
  kind: ListKind,
  key: string,
  before: AnyRecord,
  after: AnyRecord,
  asOf: CalendarDate,
): readonly Change[] {
  const noun = nounOf(kind, key, after);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const apart = new Set(['id', 'onBehalf']);
  const changed = new Set(fields.filter((field) => !apart.has(field) && !isSame(before[field], after[field])));
  const own = facets[kind] ?? [];
  const told = own
    .filter((facet) => facet.fields.some((field) => changed.has(field)))
    .map((facet) => factChange(facet.kind(before, after), key, oneLine(facet.tell(key, before, after, asOf))));
  const behalf = behalfChanges(kind, key, noun, { before, after });
  const named = new Set(own.flatMap((facet) => facet.fields));
  const rest = [...changed].filter((field) => !named.has(field));
  if (rest.length === 0) return [...told, ...behalf];
  const words = rest.map((field) => fieldChange(kind, field, before[field], after[field], asOf));
  const edited = factChange(`${kind}.changed`, key, oneLine(`${noun}: ${words.join('; ')}.`));
  return [...told, edited, ...behalf];
}

function addedChange(kind: ListKind, key: string, after: AnyRecord, { evidenceBefore, asOf }: Telling): Change {
  const noun = nounOf(kind, key, after);
  const ahead = recordNotYetBy(kind, after, asOf);
  switch (kind) {
    case 'evidence':
      return evidenceAdded(key, after as unknown as Evidence, evidenceBefore, titleOf(after));
    case 'view': {
      const [body, criterion] = splitView(key);
      return factChange('view.added', key, `${criterion}: ${viewSentence(body, after, asOf)}.`);
    }
    case 'modification':
      return factChange('scope.joined', key, `${key} was added${titleOf(after)}.`);
    case 'testIssue': {
      const isOpen = after.open !== false;
      const how = after.open === true ? 'opened' : isOpen ? 'added, not stated to be open or closed' : 'added, closed';
      return factChange(isOpen ? 'issue.opened' : 'issue.added', key, `${issueName(key)} was ${how}${titleOf(after)}.`);
    }
    case 'decision':
      return factChange('decision.added', key, oneLine(`${noun} was added${outcomeOf(after)}${ahead}.`));
    default:
      return factChange(`${kind}.added`, key, oneLine(`${noun} was added${ahead}.`));
  }
}

function removedKind(kind: ListKind): string {
  return kind === 'modification' ? 'scope.left' : `${kind}.removed`;
}

function titleOf(record: AnyRecord): string {
  return typeof record.title === 'string' && record.title.trim() !== '' ? `: ${valueInWords(record.title)}` : '';
}

function outcomeOf({ outcome }: AnyRecord): string {
  return typeof outcome === 'string' && outcome.trim() !== '' ? `: ${valueInWords(outcome)}` : '';
}
