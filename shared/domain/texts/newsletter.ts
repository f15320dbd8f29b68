import { formatDate } from '../calendar/calendarDate.ts';
import { countOf, joinWords } from '../foundation/words.ts';
import { modificationKey } from '../records/recordKinds.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { decisionInWords } from './decisionNotice.ts';
import { goLiveInWords, nameOfRelease, partSentences, theRelease, typeInWords } from './goLiveWords.ts';
import { userTestingInWords } from './testingWords.ts';
import { linked, type Piece, paragraph, type WrittenText } from './textModel.ts';

/** One paragraph for a newsletter (§6): what the release is, when it goes live, what is in it, and where to read more. */
export function newsletter(context: RuleContext): WrittenText {
  const { facts, scope } = context;
  const { modifications } = scope;
  const names = joinWords(modifications.map(modificationKey));
  const holds =
    modifications.length === 0
      ? `At present ${scope.emptiness}.`
      : `It holds ${countOf(modifications.length, 'modification')}: ${names}.`;
  const decided = decisionInWords(context);
  const name = nameOfRelease(facts.release.name);
  const told = [
    `News of ${theRelease(context)}. ${typeInWords(context)} ${goLiveInWords(context)} ${holds}`,
    ...partSentences(context),
    ...(context.testing.answer === 'no' ? [] : [userTestingInWords(context)]),
    ...(decided === null ? [] : [decided]),
  ].join(' ');
  return { subject: name, blocks: [paragraph(`${told} `, ...more(context, name))] };
}

function more({ facts, hasHappened }: RuleContext, name: string): readonly (string | Piece)[] {
  const { releasesPageOn } = facts.publication;
  if (releasesPageOn !== null && !hasHappened(releasesPageOn))
    return [`Its page is to be published on ${formatDate(releasesPageOn)}.`];
  const link = linked(`the page of ${name}`, facts.publication.releasesPageAddress);
  return link.href === null ? ['The web address of its page is not recorded yet.'] : ['More stands on ', link, '.'];
}
