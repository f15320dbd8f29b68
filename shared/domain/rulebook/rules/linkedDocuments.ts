import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, type Target } from '../../findings/target.ts';
import { isBlank } from '../../foundation/words.ts';
import { recordName } from '../../records/recordKinds.ts';
import { currentRid, currentTad } from '../context/documentVersions.ts';
import type { RuleContext } from '../context/ruleContext.ts';

/** The current version of a document that the Releases page links to (§6). */
interface LinkedDocument {
  /** `the RID`. */
  readonly short: string;
  /** `RID version 2.0`. */
  readonly name: string;
  /** When the current version was published, if that has come; null: not recorded. */
  readonly publishedOn: CalendarDate | null;
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
            owner: 'DCC',
            record: recordName('tadVersion', tad),
            mendAt: fieldOf('tadVersion', tad, 'publishedOn'),
          },
        ]
      : []),
  ];
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
