import { formatDate } from '../calendar/calendarDate.ts';
import { capitalise, isBlank, joinFew, sentence } from '../foundation/words.ts';
import type { Modification } from '../records/modification.ts';
import { notifiedOn } from '../records/notifiedOn.ts';
import { modificationKey } from '../records/recordKinds.ts';
import { nobodyApproved } from '../rulebook/context/goLiveInForce.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { isApproved } from '../rulebook/context/scopeIndex.ts';
import { theRelease } from './goLiveWords.ts';
import { documentsInWords, impactsInWords, unlinkedPages } from './scopeWords.ts';
import {
  headingOf,
  linked,
  list,
  paragraph,
  piece,
  type TextBlock,
  type Words,
  type WrittenText,
} from './textModel.ts';

/**
 * The modifications whose approval is to be notified (§6): approved by then, and not notified yet; where all of them
 * were, all approved ones, so that the text can be sent again.
 */
export function approvalsToNotify({ scope, facts, asOf, hasHappened }: RuleContext): readonly Modification[] {
  const approved = scope.modifications.filter((one) => isApproved(one, asOf) === true);
  const waiting = approved.filter((one) => {
    const on = notifiedOn(one, facts);
    return on === null || !hasHappened(on);
  });
  return waiting.length > 0 ? waiting : approved;
}

/** The notification of the approval of modifications, following the decision (§6). */
export function approvalNotice(context: RuleContext): WrittenText {
  const told = approvalsToNotify(context);
  const names = joinFew(told.map(modificationKey));
  if (told.length === 0)
    return {
      subject: `Approval of modifications for ${theRelease(context)}`,
      blocks: [paragraph(`No approval of a modification in ${theRelease(context)} is recorded yet.`)],
    };
  return {
    subject: `Approval of ${names} for ${theRelease(context)}`,
    blocks: [
      paragraph(
        told.length === 1
          ? `The following Modification Proposal in ${theRelease(context)} has been approved.`
          : `The following ${told.length} Modification Proposals in ${theRelease(context)} have been approved.`,
      ),
      ...told.flatMap((one) => approvalBlocks(context, one)),
      ...unlinkedPages(told),
    ],
  };
}

function approvalBlocks(context: RuleContext, one: Modification): readonly TextBlock[] {
  const title = isBlank(one.title) ? modificationKey(one) : `${modificationKey(one)}: ${(one.title ?? '').trim()}`;
  const documents = documentsInWords(one);
  const facts: readonly (Words | null)[] = [
    [
      piece(
        one.approvedOn === null
          ? 'The day of its approval is not recorded yet.'
          : `Approved on ${formatDate(one.approvedOn)}.`,
      ),
    ],
    [piece(implementationInWords(context, one))],
    [piece(`${capitalise(impactsInWords(one))}.`)],
    documents.length === 0 ? null : [piece(sentence(`Documents that change: ${documents.join(', ')}`))],
  ];
  return [headingOf(linked(title, one.address)), ...list(facts.filter((words) => words !== null))];
}

function implementationInWords({ goLive, asOf }: RuleContext, { implementationDate }: Modification): string {
  if (implementationDate !== null) return `Its implementation date is ${formatDate(implementationDate)}.`;
  const missing = 'Its implementation date is not recorded yet';
  const { actualDate, approvedDate } = goLive;
  if (actualDate !== null) return `${missing}; the release went live on ${formatDate(actualDate)}.`;
  if (approvedDate === null) return `${missing}.`;
  if (!goLive.isApproved) {
    const when = approvedDate < asOf ? 'the Go-Live date was' : 'the Go-Live date is';
    return `${missing}; ${when} ${formatDate(approvedDate)}, and ${nobodyApproved}.`;
  }
  const when = approvedDate < asOf ? 'the approved Go-Live date was' : 'the release goes live on';
  return `${missing}; ${when} ${formatDate(approvedDate)}.`;
}
