import { formatDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { capitalise, oneLine, saying } from '../foundation/words.ts';
import { recordsOf } from '../records/canonical.ts';
import { type ListKind, listKinds, recordKinds } from '../records/recordKinds.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { behalfChanges } from './behalfChanges.ts';
import { type Change, factChange } from './change.ts';
import { evidenceName, facets, splitView, viewSentence } from './facets.ts';
import { type AnyRecord, isSame, type Pair, pairRecords } from './pairRecords.ts';
import { nameInWords, valueInWords } from './valueInWords.ts';

/** What changed in every list of records; each change of a field stands in exactly one sentence. */
export function listChanges(before: ReleaseFacts, after: ReleaseFacts): readonly Change[] {
  const seen = new Set(before.evidence.map((evidence) => evidence.reference));
  return listKinds.flatMap((kind) =>
    pairRecords(kind, recordsOf(before, kind), recordsOf(after, kind)).flatMap((pair) => pairChanges(kind, pair, seen)),
  );
}

function pairChanges(kind: ListKind, pair: Pair, evidenceBefore: ReadonlySet<string>): readonly Change[] {
  if (pair.before && pair.after) return editChanges(kind, pair.key, pair.before, pair.after);
  if (pair.after) return [addedChange(kind, pair.key, pair.after, evidenceBefore)];
  return [factChange(removedKind(kind), pair.key, `${nounOf(kind, pair.key)} was removed.`)];
}

function editChanges(kind: ListKind, key: string, before: AnyRecord, after: AnyRecord): readonly Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const apart = new Set(['id', 'onBehalf']);
  const changed = new Set(fields.filter((field) => !apart.has(field) && !isSame(before[field], after[field])));
  const own = facets[kind] ?? [];
  const told = own
    .filter((facet) => facet.fields.some((field) => changed.has(field)))
    .map((facet) => factChange(facet.kind(before, after), key, oneLine(facet.tell(key, before, after))));
  const behalf = behalfChanges(kind, key, nounOf(kind, key), { before, after });
  const named = new Set(own.flatMap((facet) => facet.fields));
  const rest = [...changed].filter((field) => !named.has(field));
  if (rest.length === 0) return [...told, ...behalf];
  const words = rest.map(
    (field) => `${nameInWords(field)} was ${valueInWords(before[field])}, is now ${valueInWords(after[field])}`,
  );
  const edited = factChange(`${kind}.changed`, key, oneLine(`${nounOf(kind, key)}: ${words.join('; ')}.`));
  return [...told, edited, ...behalf];
}

function addedChange(kind: ListKind, key: string, after: AnyRecord, evidenceBefore: ReadonlySet<string>): Change {
  switch (kind) {
    case 'evidence': {
      const reference = String(after.reference);
      if (!evidenceBefore.has(reference))
        return factChange('evidence.added', key, `${evidenceName(key)} was added${titleOf(after)}.`);
      return factChange(
        'evidence.replaced',
        key,
        `${reference}: version ${String(after.version)} was added and replaces the one before${titleOf(after)}.`,
      );
    }
    case 'view': {
      const [body, criterion] = splitView(key);
      return factChange('view.added', key, `${criterion}: ${viewSentence(body, after)}.`);
    }
    case 'modification':
      return factChange('scope.joined', key, `${key} was added${titleOf(after)}.`);
    case 'testIssue': {
      const opened = after.open !== false;
      return factChange(
        opened ? 'issue.opened' : 'issue.added',
        key,
        `Issue ${key} was ${opened ? 'opened' : 'added, closed'}${titleOf(after)}.`,
      );
    }
    case 'decision':
      return factChange('decision.added', key, oneLine(`${nounOf(kind, key)} was added${outcomeOf(after)}.`));
    default:
      return factChange(`${kind}.added`, key, oneLine(`${nounOf(kind, key)} was added.`));
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

/** Kinds whose records are called by a text of their own. */
const calledByText: ReadonlySet<ListKind> = new Set(['condition', 'risk', 'goLivePart', 'notLive']);

/** `Criterion AC-01`, `Decision CSC of 28 May 2026`, `Condition “All retested”`: whole sentences by their beginning. */
function nounOf(kind: ListKind, key: string): string {
  const { noun } = recordKinds[kind];
  if (kind === 'evidence') return capitalise(`${noun} ${evidenceName(key)}`);
  const short = oneLine(key).length > 80 ? `${[...oneLine(key)].slice(0, 79).join('')}…` : oneLine(key);
  if (calledByText.has(kind)) return capitalise(`${noun} ${saying(short)}`);
  const day = short.slice(-10);
  if (!isCalendarDate(day)) return capitalise(`${noun} ${short}`);
  return capitalise(`${noun} ${joinedWords(short.slice(0, -10), 'of', formatDate(day))}`);
}

function joinedWords(...words: readonly string[]): string {
  return words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join(' ');
}
