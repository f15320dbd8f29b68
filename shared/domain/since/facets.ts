import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { oneLine, saying } from '../foundation/words.ts';
import type { Position } from '../records/committees.ts';
import type { ListKind } from '../records/recordKinds.ts';
import { positionOn } from '../staleness/staleness.ts';
import type { AnyRecord } from './pairRecords.ts';
import { valueInWords } from './valueInWords.ts';

/** Fields of a record that change together and are told as one thing. */
export interface Facet {
  readonly fields: readonly string[];
  readonly kind: (before: AnyRecord, after: AnyRecord) => string;
  readonly tell: (key: string, before: AnyRecord, after: AnyRecord) => string;
}

/** Where a change of certain fields has a name of its own; every other field is told by its label. */
export const facets: Partial<Readonly<Record<ListKind, readonly Facet[]>>> = {
  criterion: [
    {
      fields: ['text'],
      kind: () => 'criterion.reworded',
      tell: (key, _, after) => `${key}: reworded; it now reads ${valueInWords(after.text)}.`,
    },
    {
      fields: ['selfStatus'],
      kind: () => 'criterion.moved',
      tell: (key, before, after) =>
        `${key}: moved from ${valueInWords(before.selfStatus)} to ${valueInWords(after.selfStatus)}.`,
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
      tell: (key, before, after) =>
        `${key}: was ${valueInPlain(before.status)}, is now ${valueInPlain(after.status)}${dated(after.approvedOn, ', approved on')}.`,
    },
    {
      fields: ['implementationDate', 'implementationDateSet'],
      kind: () => 'date.moved',
      tell: (key, before, after) =>
        `${key}: implementation date was ${valueInWords(before.implementationDate)}, is now ${valueInWords(after.implementationDate)}.`,
    },
  ],
  evidence: [
    {
      fields: ['file', 'sha256', 'bytes'],
      kind: () => 'evidence.replaced',
      tell: (key) => `${evidenceName(key)}: its file was exchanged.`,
    },
    {
      fields: ['status', 'statusBy', 'statusReason'],
      kind: (_, after) => (after.status === 'withdrawn' ? 'evidence.withdrawn' : 'evidence.moved'),
      tell: (key, before, after) =>
        `${evidenceName(key)}: was ${valueInPlain(before.status)}, is now ${valueInPlain(after.status)}${because(after.statusReason)}.`,
    },
  ],
  view: [
    {
      fields: ['position', 'on', 'askedOn', 'meeting', 'paper', 'wording', 'sawText', 'saw', 'answer'],
      kind: () => 'view.changed',
      tell: tellView,
    },
  ],
  testIssue: [
    {
      fields: ['open'],
      kind: (_, after) => (after.open === false ? 'issue.closed' : 'issue.opened'),
      tell: (key, _, after) =>
        `Issue ${key}: ${after.open === false ? 'closed' : after.open === true ? 'opened again' : 'its state is not recorded any more'}.`,
    },
  ],
};

function isOut(record: AnyRecord): boolean {
  return record.inScope === false || (record.removedFromScopeOn !== null && record.inScope !== true);
}

function tellScope(key: string, before: AnyRecord, after: AnyRecord): string {
  if (isOut(after) && !isOut(before))
    return `${key}: left the scope${dated(after.removedFromScopeOn, ' on')}${because(after.removalReason)}.`;
  if (!isOut(after) && isOut(before)) return `${key}: joined the scope${dated(after.addedToScopeOn, ' on')}.`;
  const changed = ['addedToScopeOn', 'removedFromScopeOn', 'removalReason', 'lateAddition', 'inScope'] as const;
  const labels = {
    addedToScopeOn: 'added to scope',
    removedFromScopeOn: 'removed from scope',
    removalReason: 'reason of removal',
    lateAddition: 'late addition',
    inScope: 'in scope',
  };
  const told = changed
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => `${labels[field]} was ${valueInWords(before[field])}, is now ${valueInWords(after[field])}`);
  return `${key}: ${told.join('; ')}.`;
}

function tellView(key: string, before: AnyRecord, after: AnyRecord): string {
  const [body, criterion] = splitView(key);
  if (before.position !== after.position) {
    const was = before.position === null ? 'had not answered' : positionOn(before.position as Position, 'it');
    return `${criterion}: ${body} ${was} before; ${viewSentence(body, after)}.`;
  }
  return `${criterion}: the record of the view of ${body} was changed${dated(after.on, ', dated')}.`;
}

/** What the body says now: `it now supports it, as of 19 October 2021`. */
export function viewSentence(body: string, view: AnyRecord): string {
  if (view.position === null) return `${body} has been asked${dated(view.askedOn, ' on')}`;
  return `${body} ${positionOn(view.position as Position, 'it')}${dated(view.on, ' on')}`;
}

export function splitView(key: string): readonly [string, string] {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** `EV-003 version 2` from the key `EV-003@2`. */
export function evidenceName(key: string): string {
  const at = key.lastIndexOf('@');
  return `${key.slice(0, at)} version ${key.slice(at + 1)}`;
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
