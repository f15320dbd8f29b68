import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { oneLine, saying } from '../foundation/words.ts';
import { bodyInText } from '../records/bodies.ts';
import type { Position } from '../records/committees.ts';
import type { Condition } from '../records/conditions.ts';
import { dueWords } from '../records/dueWords.ts';
import type { ListKind } from '../records/recordKinds.ts';
import { positionOn } from '../staleness/staleness.ts';
import { fieldChange, fieldValue } from './fieldWords.ts';
import { fileChange } from './fileChanges.ts';
import { isAhead, notYetBy } from './notYetBy.ts';
import { type AnyRecord, isSame } from './pairRecords.ts';
import { evidenceName, issueName, nounOf, splitView } from './recordNoun.ts';

/** Fields of a record that change together and are told as one thing. */
export interface Facet {
  readonly fields: readonly string[];
  readonly kind: (before: AnyRecord, after: AnyRecord) => string;
  readonly tell: (key: string, before: AnyRecord, after: AnyRecord, asOf: CalendarDate) => string;
  /** Where they are one thing; left out: always. Elsewhere each is told by its label. */
  readonly isOne?: (before: AnyRecord, after: AnyRecord) => boolean;
}

/** Where a change of certain fields has a name of its own; every other field is told by its label. */
export const facets: Partial<Readonly<Record<ListKind, readonly Facet[]>>> = {
  criterion: [
    {
      fields: ['text'],
      kind: () => 'criterion.reworded',
      tell: (key, _, after) => `${key}: reworded; it now reads ${fieldValue('criterion', 'text', after.text)}.`,
    },
    {
      fields: ['selfStatus'],
      kind: () => 'criterion.moved',
      tell: (key, before, after) => `${key}: moved from ${selfStatus(before)} to ${selfStatus(after)}.`,
    },
  ],
  modification: [
    {
      fields: ['inScope', 'addedToScopeOn', 'removedFromScopeOn', 'removalReason', 'lateAddition'],
      kind: (before, after) =>
        isOut(after) && !isOut(before)
          ? 'scope.left'
          : !isOut(after) && isOut(before)
            ? 'scope.joined'
            : 'scope.changed',
      tell: tellScope,
    },
    {
      fields: ['status', 'approvedOn'],
      kind: () => 'modification.moved',
      tell: tellStatus,
    },
    {
      fields: ['implementationDate'],
      kind: () => 'date.moved',
      tell: (key, before, after, asOf) =>
        `${key}: ${fieldChange('modification', 'implementationDate', before.implementationDate, after.implementationDate, asOf)}.`,
    },
  ],
  evidence: [
    {
      fields: ['file', 'sha256', 'bytes'],
      kind: () => 'evidence.replaced',
      tell: (key, before, after) => `${evidenceName(key)}: ${fileChange(before, after)}.`,
    },
    {
      fields: ['status', 'statusBy', 'statusReason'],
      kind: (_, after) => (after.status === 'withdrawn' ? 'evidence.withdrawn' : 'evidence.moved'),
      tell: (key, before, after) =>
        before.status === after.status
          ? `${evidenceName(key)}: the record of who stated its status, or why, was changed${because(after.statusReason)}.`
          : `${evidenceName(key)}: was ${valueInPlain(before.status)}, is now ${valueInPlain(after.status)}${because(after.statusReason)}.`,
    },
  ],
  view: [
    {
      fields: ['position', 'on', 'askedOn', 'meeting', 'paper', 'wording', 'sawText', 'saw'],
      kind: () => 'view.changed',
      tell: tellView,
      isOne: (before, after) => before.position !== after.position,
    },
    {
      fields: ['sawText', 'saw'],
      kind: () => 'view.changed',
      tell: (key) => {
        const [body, criterion] = splitView(key);
        return `${criterion}: the record of what ${bodyInText(body)} saw for its view was changed.`;
      },
    },
  ],
  testIssue: [
    {
      fields: ['open'],
      kind: (_, after) => (after.open === false ? 'issue.closed' : 'issue.opened'),
      tell: (key, before, after) => `${issueName(key)}: ${issueState(before.open, after.open)}.`,
    },
  ],
  condition: [
    {
      fields: ['due'],
      kind: () => 'condition.changed',
      tell: (key, before, after) =>
        `${nounOf('condition', key, after)}: due was ${dueInWords(before.due)}, is now ${dueInWords(after.due)}.`,
    },
  ],
};

function selfStatus(criterion: AnyRecord): string {
  return fieldValue('criterion', 'selfStatus', criterion.selfStatus);
}

function isOut(record: AnyRecord): boolean {
  return record.inScope === false || (record.removedFromScopeOn !== null && record.inScope !== true);
}

/** Only what was closed can be opened again. */
function issueState(before: unknown, after: unknown): string {
  if (after === false) return 'closed';
  if (after !== true) return 'its state is not recorded any more';
  return before === false ? 'opened again' : 'is recorded as open';
}

function dueInWords(due: unknown): string {
  return dueWords(due as Condition['due'], null);
}

function tellScope(key: string, before: AnyRecord, after: AnyRecord, asOf: CalendarDate): string {
  if (isOut(after) && !isOut(before)) {
    const on = after.removedFromScopeOn;
    return `${key}: ${isAhead(on, asOf) ? 'leaves' : 'left'} the scope${dated(on, ' on')}${because(after.removalReason)}.`;
  }
  if (!isOut(after) && isOut(before)) {
    const on = after.addedToScopeOn;
    return `${key}: ${isAhead(on, asOf) ? 'joins' : 'joined'} the scope${dated(on, ' on')}.`;
  }
  const told = ['addedToScopeOn', 'removedFromScopeOn', 'removalReason', 'lateAddition', 'inScope']
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => fieldChange('modification', field, before[field], after[field], asOf));
  return `${key}: ${told.join('; ')}.`;
}

function tellView(key: string, before: AnyRecord, after: AnyRecord, asOf: CalendarDate): string {
  const [body, criterion] = splitView(key);
  const who = bodyInText(body);
  const is = viewSentence(body, after, asOf);
  if (isAhead(after.on, asOf) && after.position !== null) return `${criterion}: ${is}.`;
  const was =
    before.position === null || isAhead(before.on, asOf)
      ? 'had not answered'
      : positionOn(before.position as Position, 'it');
  const words = after.wording !== before.wording && after.position !== null ? inTheWords(after.wording) : '';
  return `${criterion}: ${who} ${was} before; ${is}${words}.`;
}

function inTheWords(wording: unknown): string {
  return typeof wording === 'string' && wording.trim() !== ''
    ? `, in the words ${fieldValue('view', 'wording', wording)}`
    : '';
}

function tellStatus(key: string, before: AnyRecord, after: AnyRecord, asOf: CalendarDate): string {
  const { status, approvedOn } = after;
  const day = `${dated(approvedOn, '')}${notYetBy(approvedOn, asOf)}`.trim() || 'not recorded';
  if (before.status === status)
    return `${key}: the day of its approval was ${fieldValue('modification', 'approvedOn', before.approvedOn)}, is now ${day}.`;
  const was = `${key}: was ${valueInPlain(before.status)}`;
  if (isAhead(approvedOn, asOf)) return `${was}; its status is now recorded as ${valueInPlain(status)}, on ${day}.`;
  return `${was}, is now ${valueInPlain(status)}${dated(approvedOn, ', approved on')}.`;
}

/** What the body says now: `TAG supported it on 19 October 2021`; what is dated later is told as recorded ahead. */
export function viewSentence(body: string, view: AnyRecord, asOf: CalendarDate): string {
  const who = bodyInText(body);
  if (view.position === null)
    return isAhead(view.askedOn, asOf)
      ? `${who} is to be asked${dated(view.askedOn, ' on')}`
      : `${who} has been asked${dated(view.askedOn, ' on')}`;
  if (isAhead(view.on, asOf))
    return `a view of ${who}${dated(view.on, ' of')} is recorded, ${saying(fieldValue('view', 'position', view.position))}${notYetBy(view.on, asOf)}`;
  return `${who} ${positionOn(view.position as Position, 'it')}${dated(view.on, ' on')}`;
}

function valueInPlain(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : 'of unstated status';
}

function dated(date: unknown, lead: string): string {
  return typeof date === 'string' ? `${lead} ${formatDate(date as CalendarDate)}` : '';
}

function because(reason: unknown): string {
  return typeof reason === 'string' && reason.trim() !== '' ? `, because: ${saying(oneLine(reason))}` : '';
}
