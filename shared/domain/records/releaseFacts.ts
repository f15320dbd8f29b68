import { z } from 'zod';
import { kinds } from '../catalogue/kinds.ts';
import { longerPeriods, publication, recommendation, transition, userTesting } from '../catalogue/release.ts';
import { listOf, section } from '../catalogue/schemas.ts';
import { releaseSchema } from './release.ts';

const sections = {
  release: releaseSchema,
  modifications: listOf(kinds.modification.schema),
  scopeDecisions: listOf(kinds.scopeDecision.schema),
  rid: section(
    z.strictObject({ versions: listOf(kinds.ridVersion.schema), comments: listOf(kinds.ridComment.schema) }),
  ),
  tad: section(
    z.strictObject({
      longerPeriods: section(z.strictObject(longerPeriods)),
      versions: listOf(kinds.tadVersion.schema),
    }),
  ),
  testPhases: listOf(kinds.testPhase.schema),
  issueThresholds: listOf(kinds.issueThreshold.schema),
  testIssues: listOf(kinds.testIssue.schema),
  userTesting: section(z.strictObject({ ...userTesting, notices: listOf(kinds.userTestingNotice.schema) })),
  meetings: listOf(kinds.meeting.schema),
  criteria: listOf(kinds.criterion.schema),
  evidence: listOf(kinds.evidence.schema),
  views: listOf(kinds.view.schema),
  requiredBodies: listOf(kinds.requiredBody.schema),
  risks: listOf(kinds.risk.schema),
  transition: section(z.strictObject(transition)),
  conditions: listOf(kinds.condition.schema),
  exceptions: listOf(kinds.exception.schema),
  recommendation: section(z.strictObject(recommendation)),
  submissions: listOf(kinds.submission.schema),
  decisions: listOf(kinds.decision.schema),
  publication: section(z.strictObject(publication)),
  comments: listOf(kinds.comment.schema),
  sent: listOf(kinds.sentText.schema),
};

/** All facts of one release, and nothing computed. Everything else the app shows is a function of these and a date. */
export const releaseFactsSchema = z.strictObject(sections);
export type ReleaseFacts = z.output<typeof releaseFactsSchema>;

export const releaseFileFormat = 'sec-golive/release';
export const releaseFileVersion = 1;

/** The release file (`docs/formats.md`): the facts under a format name and version. */
export const releaseFileSchema = z.strictObject({
  format: z.literal(releaseFileFormat),
  version: z.literal(releaseFileVersion),
  ...sections,
});
