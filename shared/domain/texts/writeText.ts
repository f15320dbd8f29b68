import { isBlank } from '../foundation/words.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { approvalNotice } from './approvalNotice.ts';
import { decisionNotice } from './decisionNotice.ts';
import { newsletter } from './newsletter.ts';
import { releasePage } from './releasePage.ts';
import type { TextKind } from './textKinds.ts';
import { paragraph, type WrittenText } from './textModel.ts';
import { userTestingNotice } from './userTestingNotice.ts';

const writers: Readonly<Record<TextKind, (context: RuleContext) => WrittenText>> = {
  'release-page': releasePage,
  'user-testing': userTestingNotice,
  approval: approvalNotice,
  newsletter,
  decision: decisionNotice,
};

/**
 * One of the texts that go out about a release (§5.2, §5.3, §6), from the facts as they stand on the as-of day. What is
 * not known is said to be not recorded yet, and what readers must know of the facts stands at the end. Pure.
 */
export function writeText(kind: TextKind, context: RuleContext): WrittenText {
  const written = writers[kind](context);
  const { about } = context.facts.release;
  return isBlank(about) ? written : { ...written, blocks: [...written.blocks, paragraph((about ?? '').trim())] };
}
