import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, type Target } from '../../findings/target.ts';
import { isBlank } from '../../foundation/words.ts';
import { tadDates } from '../../records/documents.ts';
import { recordName } from '../../records/recordKinds.ts';
import { currentRid, currentTad, ridVersions } from '../context/documentVersions.ts';
import type { RuleContext } from '../context/ruleContext.ts';

/** The current version of a document that the Releases page links to (§6). */
interface LinkedDocument {
  /** `the RID`. */
  readonly short: string;
  /** `RID version 2.0`. */
  readonly name: string;
  /** When the current version was published, if that has come; null: not recorded. */
  readonly publishedOn: CalendarDate | null;
  /** The first day that is recorded of any of its versions; null where one without a day may have come before. */
  readonly firstOn: CalendarDate | null;
  /** Who records its publication. */
  readonly owner: string;
  readonly record: string;
  readonly mendAt: Target;
}

/** The RID and the TAD as they stand, where there is one. */
export function linkedDocuments(context: RuleContext): readonly LinkedDocument[] {
  const rid = currentRid(context)?.version ?? null;
  const tad = currentTad(context)?.version ?? null;
  const published = (on: CalendarDate | null) => (on !== null && context.hasHappened(on) ? on : null);
  return [
    ...(rid
      ? [
          {
            short: 'the RID',
            name: nameOf('RID', rid.version),
            publishedOn: published(rid.publishedOn),
            firstOn: firstDay(ridVersions(context).map(({ issuedOn, publishedOn }) => [issuedOn, publishedOn])),
            owner: 'SECAS',
            record: recordName('ridVersion', rid),
            mendAt: fieldOf('ridVersion', rid, 'publishedOn'),
          },
        ]
      : []),
    ...(tad
      ? [
          {
            short: 'the TAD',
            name: nameOf('TAD', tad.version),
            publishedOn: published(tad.publishedOn),
            firstOn: firstDay(context.facts.tad.versions.map(tadDates)),
            owner: 'DCC',
            record: recordName('tadVersion', tad),
            mendAt: fieldOf('tadVersion', tad, 'publishedOn'),
          },
        ]
      : []),
  ];
}

/** @param versions the days of each */
function firstDay(versions: readonly (readonly (CalendarDate | null)[])[]): CalendarDate | null {
  const first = versions.map((days) => days.filter((on) => on !== null).sort()[0] ?? null);
  return first.includes(null) ? null : (first.sort()[0] ?? null);
}

/** Whether the day of the links came before there was any of it to link, as far as is recorded. */
export function isLinkedTooEarly({ firstOn }: LinkedDocument, linkedOn: CalendarDate | null): boolean {
  return linkedOn !== null && firstOn !== null && linkedOn < firstOn;
}

/** A version that is newer than the link to it is told with both days: the link leads to it all the same. */
export function noteOf(document: LinkedDocument, linkedOn: CalendarDate | null): readonly string[] {
  const { publishedOn, name } = document;
  if (linkedOn === null || publishedOn === null || publishedOn <= linkedOn) return [];
  return [`the links are of ${formatDate(linkedOn)}, and ${name} was published on ${formatDate(publishedOn)}`];
}

function nameOf(document: string, version: string | null): string {
  return isBlank(version) ? `the ${document}` : `${document} version ${(version ?? '').trim()}`;
}
