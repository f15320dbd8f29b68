import type { z } from 'zod';
import type { issueThreshold } from '../catalogue/issueThreshold.ts';
import type { testIssue } from '../catalogue/testIssue.ts';
import type { testPhase } from '../catalogue/testPhase.ts';

/** A DCC test phase in one region (null: everywhere), with its planned and actual dates and counts. */
export type TestPhase = z.output<typeof testPhase.schema>;
/** How many open issues of a severity a phase may end with, and the document that says so. */
export type IssueThreshold = z.output<typeof issueThreshold.schema>;
export type TestIssue = z.output<typeof testIssue.schema>;
