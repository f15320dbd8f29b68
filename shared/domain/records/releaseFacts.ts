import { z } from 'zod';
import {
  commentSchema,
  decisionSchema,
  meetingSchema,
  requiredBodySchema,
  sentTextSchema,
  submissionSchema,
  viewSchema,
} from './committees.ts';
import { conditionSchema, exceptionSchema, riskSchema } from './conditions.ts';
import { criterionSchema } from './criterion.ts';
import { ridSchema, tadSchema } from './documents.ts';
import { evidenceSchema } from './evidence.ts';
import { listOf, section } from './fields.ts';
import { modificationSchema } from './modification.ts';
import {
  publicationSchema,
  recommendationSchema,
  releaseSchema,
  scopeDecisionSchema,
  transitionSchema,
  userTestingSchema,
} from './release.ts';
import { issueThresholdSchema, testIssueSchema, testPhaseSchema } from './testing.ts';

const sections = {
  release: releaseSchema,
  modifications: listOf(modificationSchema),
  scopeDecisions: listOf(scopeDecisionSchema),
  rid: section(ridSchema),
  tad: section(tadSchema),
  testPhases: listOf(testPhaseSchema),
  issueThresholds: listOf(issueThresholdSchema),
  testIssues: listOf(testIssueSchema),
  userTesting: section(userTestingSchema),
  meetings: listOf(meetingSchema),
  criteria: listOf(criterionSchema),
  evidence: listOf(evidenceSchema),
  views: listOf(viewSchema),
  requiredBodies: listOf(requiredBodySchema),
  risks: listOf(riskSchema),
  transition: section(transitionSchema),
  conditions: listOf(conditionSchema),
  exceptions: listOf(exceptionSchema),
  recommendation: section(recommendationSchema),
  submissions: listOf(submissionSchema),
  decisions: listOf(decisionSchema),
  publication: section(publicationSchema),
  comments: listOf(commentSchema),
  sent: listOf(sentTextSchema),
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
