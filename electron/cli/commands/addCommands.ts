import type { Command } from 'commander';
import type { Session } from '../session.ts';
import { addAnswerCommands } from './answerCommands.ts';
import { addBundleCommands } from './bundleCommands.ts';
import { addEvidenceCommands } from './evidenceCommands.ts';
import { addExchangeCommands } from './exchangeCommands.ts';
import { addGuideCommands } from './guideCommands.ts';
import { addImportCommands } from './importCommands.ts';
import { addPackCommands } from './packCommands.ts';
import { addPaperCommands } from './paperCommands.ts';
import { addPlanCommands } from './planCommands.ts';
import { addReadinessCommands } from './readinessCommands.ts';
import { addRecordCommands } from './recordCommands.ts';
import { addReleaseCommands } from './releaseCommands.ts';
import { addReportCommands } from './reportCommands.ts';
import { addStoreCommands } from './storeCommands.ts';
import { addSubmissionCommands } from './submissionCommands.ts';
import { addTextCommands } from './textCommands.ts';

/** The whole tree of commands, in the order in which help lists them. */
export function addCommands(program: Command, session: Session): void {
  addReleaseCommands(program, session);
  addRecordCommands(program, session);
  addReadinessCommands(program, session);
  addPlanCommands(program, session);
  addPackCommands(program, session);
  addPaperCommands(program, session);
  addTextCommands(program, session);
  addSubmissionCommands(program, session);
  addReportCommands(program, session);
  addGuideCommands(program, session);
  addAnswerCommands(program, session);
  addEvidenceCommands(program, session);
  addImportCommands(program, session);
  addBundleCommands(program, session);
  addExchangeCommands(program, session);
  addStoreCommands(program, session);
}
