import type { CalendarDate } from '../calendar/calendarDate.ts';
import { oneLine } from '../foundation/words.ts';
import { recordsOf } from '../records/canonical.ts';
import type { Evidence } from '../records/evidence.ts';
import { type ListKind, listKinds } from '../records/recordKinds.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { behalfChanges } from './behalfChanges.ts';
import { type Change, factChange } from './change.ts';
import { evidenceAdded } from './evidenceAdded.ts';
import { type Facet, facets, viewSentence } from './facets.ts';
import { fieldChange, fieldName, fieldValue } from './fieldWords.ts';
import { recordNotYetBy } from './notYetBy.ts';
import { type AnyRecord, isSame, type Pair, pairRecords } from './pairRecords.ts';
import { issueName, nounOf, splitView } from './recordNoun.ts';

/** What changed in every list of records; each change of a field stands in exactly one sentence. */
export function listChanges(before: ReleaseFacts, after: ReleaseFacts, asOf: CalendarDate): readonly Change[] {
  const told: Telling = { evidenceBefore: before.evidence, asOf };
  return listKinds.flatMap((kind) =>
    pairRecords(kind, recordsOf(before, kind), recordsOf(after, kind)).flatMap((pair) => pairChanges(kind, pair, told)),
  );
}

const apart: ReadonlySet<string> = new Set(['id', 'onBehalf']);

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
  const changed = new Set(fields.filter((field) => !apart.has(field) && !isSame(before[field], after[field])));
  const own: Facet[] = [];
  const left = new Set(changed);
  for (const facet of facets[kind] ?? []) {
    if (!facet.fields.some((field) => left.has(field)) || facet.isOne?.(before, after) === false) continue;
    own.push(facet);
    for (const field of facet.fields) left.delete(field);
  }
  const told = own.map((facet) =>
    factChange(facet.kind(before, after), key, oneLine(facet.tell(key, before, after, asOf))),
  );
  const behalf = behalfChanges(kind, key, noun, { before, after });
  if (left.size === 0) return [...told, ...behalf];
  const words = [...left].map((field) => fieldChange(kind, field, before[field], after[field], asOf));
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
      return factChange(`${kind}.added`, key, oneLine(`${noun} was added${detailsOf(kind, noun, after)}${ahead}.`));
  }
}

function removedKind(kind: ListKind): string {
  return kind === 'modification' ? 'scope.left' : `${kind}.removed`;
}

function titleOf({ title }: AnyRecord): string {
  return typeof title === 'string' && title.trim() !== '' ? `: ${fieldValue('evidence', 'title', title)}` : '';
}

function outcomeOf({ outcome }: AnyRecord): string {
  return typeof outcome === 'string' && outcome.trim() !== '' ? `: ${fieldValue('decision', 'outcome', outcome)}` : '';
}

/** Kinds of which the name alone does not say what was added. */
const toldWhole: ReadonlySet<ListKind> = new Set(['goLivePart', 'goLiveChange']);

/** What is recorded of a record whose name does not say it; of any other that nothing names, what is recorded first. */
function detailsOf(kind: ListKind, noun: string, record: AnyRecord): string {
  const isUnnamed = noun.startsWith('A ');
  if (!toldWhole.has(kind) && !isUnnamed) return '';
  const words = Object.entries(record).flatMap(([field, value]) => {
    if (apart.has(field) || value === null || typeof value === 'object' || value === '') return [];
    const told = fieldValue(kind, field, value);
    const isNamed = noun.includes(told) || noun.endsWith(` ${value}`);
    return isNamed ? [] : [`${fieldName(kind, field)} ${told}`];
  });
  const shown = toldWhole.has(kind) ? words : words.slice(0, 1);
  return shown.length === 0 ? '' : `: ${shown.join(', ')}`;
}
