import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { noUserTesting } from '../rulebook/context/userTestingPlanned.ts';
import { goLiveInWords, nameOfRelease, partSentences, theRelease } from './goLiveWords.ts';
import { informationBlock, testingTypeBlocks, userTestingInWords } from './testingWords.ts';
import { heading, isWebAddress, linked, paragraph, type TextBlock, type WrittenText } from './textModel.ts';

/** What Users are told of testing (§5.2): what type is required, when it takes place, and where to ask. */
export function userTestingNotice(context: RuleContext): WrittenText {
  const none = noUserTesting(context);
  return {
    subject: `User testing for ${theRelease(context)}`,
    blocks: [
      paragraph(
        [
          `This notice tells Users about testing for ${theRelease(context)}.`,
          goLiveInWords(context),
          ...partSentences(context),
        ].join(' '),
      ),
      ...(none === null ? testingAsked(context) : [paragraph(`No User testing is planned${none}.`)]),
      heading('Where to ask'),
      ...whereToAsk(context),
    ],
  };
}

function testingAsked(context: RuleContext): readonly TextBlock[] {
  return [
    heading('When'),
    paragraph(userTestingInWords(context)),
    heading('What type of testing'),
    ...testingTypeBlocks(context),
    ...informationBlock(context),
  ];
}

function whereToAsk({ facts, hasHappened }: RuleContext): readonly TextBlock[] {
  const { releasesPageAddress, releasesPageOn, testingInformationAddress, testingInformationOn } = facts.publication;
  const there = [
    ...(hasHappened(releasesPageOn) ? [releasesPageAddress] : []),
    ...(hasHappened(testingInformationOn) ? [testingInformationAddress] : []),
  ];
  const address = there.find(isWebAddress) ?? null;
  if (address === null) return [paragraph('Whom to ask is not recorded yet.')];
  const name = nameOfRelease(facts.release.name);
  return [
    paragraph(
      'Please answer to SECAS, the sender of this notice. What is known stands on ',
      linked(`the page of ${name}`, address),
      '.',
    ),
  ];
}
