import type { CalendarDate } from '../calendar/calendarDate.ts';
import { factsShownOn } from '../readiness/factsShownOn.ts';
import { factsAsOf, hasHappened } from '../records/asOf.ts';
import { canonicalFacts } from '../records/canonical.ts';
import {
  type ReleaseFacts,
  releaseFactsSchema,
  releaseFileFormat,
  releaseFileVersion,
} from '../records/releaseFacts.ts';

/**
 * The facts that a side signs on a day (§5.3; `docs/formats.md`, Signatures): the release as it stands, without the
 * signatures themselves, what is said about packs, what was sent, and what is dated after that day. Pure.
 */
export function factsToSign(facts: ReleaseFacts, on: CalendarDate): ReleaseFacts {
  const was = factsAsOf(facts, on);
  const shown = factsShownOn(was, on);
  const known = (date: CalendarDate | null) => (hasHappened(date, on) ? date : null);
  const { publication } = was;
  return canonicalFacts(
    releaseFactsSchema.parse({
      ...shown,
      release: { ...shown.release, closedOn: known(shown.release.closedOn) },
      // As recorded: an approval that came later says nothing of the status that stood before it.
      modifications: was.modifications.map((one) => ({
        ...one,
        approvalNotifiedOn: known(one.approvalNotifiedOn),
      })),
      publication: {
        ...publication,
        releasesPageOn: known(publication.releasesPageOn),
        documentsLinkedOn: known(publication.documentsLinkedOn),
        technicalSpecificationsOn: known(publication.technicalSpecificationsOn),
        testingInformationOn: known(publication.testingInformationOn),
      },
      submissions: shown.submissions.map((one) => ({ ...one, signatures: null })),
      comments: [],
      sent: [],
    }),
  );
}

/**
 * Those facts as the text that is hashed: the canonical release file, in the export's own order, ids kept, unknown
 * fields left out. The same facts give the same text in every store.
 */
export function signedText(facts: ReleaseFacts): string {
  const content = { format: releaseFileFormat, version: releaseFileVersion, ...facts };
  return `${JSON.stringify(content, (_name, value) => (value === null ? undefined : value), 2)}\n`;
}

/** What the key signs: nothing else that it signs begins so. `sha256` of the signed text, in hexadecimal digits. */
export function messageToSign(sha256: string): string {
  return `sec-golive/facts/1\n${sha256}`;
}
