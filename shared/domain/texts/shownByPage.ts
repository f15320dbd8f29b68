import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { namesDocuments } from './documentWords.ts';

export type Shown = 'releasesPageOn' | 'documentsLinkedOn' | 'technicalSpecificationsOn' | 'testingInformationOn';

/** Of what §6 says is kept published, what the text of the release page shows: what it has something to say of. */
export function shownByPage(context: RuleContext): readonly Shown[] {
  const { facts, scope, testing } = context;
  const specifications = scope.modifications.some((one) =>
    one.impacts?.some((impact) => impact === 'gbcs' || impact === 'smets' || impact === 'chts'),
  );
  return [
    'releasesPageOn',
    ...(namesDocuments(context) ? (['documentsLinkedOn'] as const) : []),
    ...(specifications || facts.release.technicalSpecifications === true
      ? (['technicalSpecificationsOn'] as const)
      : []),
    ...(testing.answer === 'yes' ? (['testingInformationOn'] as const) : []),
  ];
}
