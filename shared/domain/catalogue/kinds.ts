import { comment } from './comment.ts';
import { condition } from './condition.ts';
import { criterion } from './criterion.ts';
import { decision } from './decision.ts';
import { evidence } from './evidence.ts';
import { exception } from './exception.ts';
import { goLiveChange } from './goLiveChange.ts';
import { goLivePart } from './goLivePart.ts';
import { issueThreshold } from './issueThreshold.ts';
import { meeting } from './meeting.ts';
import { modification } from './modification.ts';
import { notLive } from './notLive.ts';
import { requiredBody } from './requiredBody.ts';
import { ridComment } from './ridComment.ts';
import { ridVersion } from './ridVersion.ts';
import { risk } from './risk.ts';
import { scopeDecision } from './scopeDecision.ts';
import { sentText } from './sentText.ts';
import { submission } from './submission.ts';
import { tadVersion } from './tadVersion.ts';
import { testIssue } from './testIssue.ts';
import { testPhase } from './testPhase.ts';
import { userTestingNotice } from './userTestingNotice.ts';
import { view } from './view.ts';

/** Every kind of record that stands in a list; the release itself and its single sections are the `release` record. */
export const kinds = {
  goLivePart,
  goLiveChange,
  notLive,
  modification,
  scopeDecision,
  ridVersion,
  ridComment,
  tadVersion,
  testPhase,
  issueThreshold,
  testIssue,
  userTestingNotice,
  meeting,
  criterion,
  evidence,
  view,
  requiredBody,
  risk,
  condition,
  exception,
  submission,
  decision,
  comment,
  sentText,
};

export type ListKind = keyof typeof kinds;
export type RecordKind = ListKind | 'release';

export const listKinds = Object.keys(kinds) as readonly ListKind[];
