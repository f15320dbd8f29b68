import { formatDate } from '../calendar/calendarDate.ts';
import { wordFor } from '../catalogue/words.ts';
import { isBlank, joinWords, quoted } from '../foundation/words.ts';
import type { Modification } from '../records/modification.ts';
import { modificationKey } from '../records/recordKinds.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { hasFallen, hasLeft, isKnownToHaveLeft } from '../rulebook/context/scopeIndex.ts';
import { ridInWords, tadInWords } from './documentWords.ts';
import { goLiveInWords, nameOfRelease, partBlocks, theRelease, typeInWords } from './goLiveWords.ts';
import { documentsInWords, modificationInWords, unlinkedPages } from './scopeWords.ts';
import { testingBlocks } from './testingWords.ts';
import { heading, linked, list, paragraph, piece, type TextBlock, type WrittenText } from './textModel.ts';

/**
 * The release's page on the website (§6): the scope with the modifications' pages, the RID and the TAD, the changes to
 * the Technical Specifications and the testing information.
 */
export function releasePage(context: RuleContext): WrittenText {
  return {
    subject: nameOfRelease(context.facts.release.name),
    blocks: [
      paragraph(`This page is about ${theRelease(context)}. ${typeInWords(context)} ${goLiveInWords(context)}`),
      ...partBlocks(context),
      heading('Scope'),
      ...scopeBlocks(context),
      heading('Documents of the release'),
      ...list([ridInWords(context), tadInWords(context)]),
      heading('Technical Specifications'),
      ...specificationBlocks(context),
      heading('Testing information'),
      ...testingBlocks(context),
    ],
  };
}

function scopeBlocks(context: RuleContext): readonly TextBlock[] {
  const { scope, facts, asOf } = context;
  const { modifications, planned } = scope;
  const out = facts.modifications.filter(
    (one) => !modifications.includes(one) && !planned.includes(one) && (hasLeft(one, asOf) || hasFallen(one)),
  );
  return [
    ...(modifications.length === 0 ? [paragraph(`At present ${scope.emptiness}.`)] : []),
    ...list(modifications.map((one) => modificationInWords(one, context))),
    ...(planned.length === 0 ? [] : [paragraph('To be added to the scope:')]),
    ...list(planned.map((one) => [...modificationInWords(one, context), piece(` ${joiningInWords(one)}`)])),
    ...unlinkedPages([...modifications, ...planned]),
    ...outBlocks('No longer in the scope of this release:', out.filter(isKnownToHaveLeft)),
    ...outBlocks(
      'Not in the scope of this release:',
      out.filter((one) => !isKnownToHaveLeft(one)),
    ),
  ];
}

function outBlocks(introduction: string, modifications: readonly Modification[]): readonly TextBlock[] {
  if (modifications.length === 0) return [];
  return [
    paragraph(introduction),
    ...list(modifications.map((one) => [linked(nameOf(one), one.address), piece(leavingInWords(one))])),
  ];
}

function nameOf(one: Modification): string {
  return isBlank(one.title) ? modificationKey(one) : `${modificationKey(one)}: ${(one.title ?? '').trim()}`;
}

function joiningInWords({ addedToScopeOn }: Modification): string {
  return addedToScopeOn === null ? '' : `It joins on ${formatDate(addedToScopeOn)}.`;
}

function leavingInWords({ removedFromScopeOn, removalReason, status }: Modification): string {
  const fallen = status === 'rejected' || status === 'withdrawn' || status === 'delayed' ? status : null;
  const when = removedFromScopeOn === null ? null : `removed on ${formatDate(removedFromScopeOn)}`;
  const told = [fallen, when].filter((part) => part !== null);
  const reason = isBlank(removalReason) ? '' : ` ${quoted(removalReason ?? '')}.`;
  return `${told.length === 0 ? '' : ` (${told.join(', ')})`}.${reason}`;
}

const specifications = ['gbcs', 'smets', 'chts'] as const;

/** Which modifications change which of the three schedules (§2), and where the changed text stands. */
function specificationBlocks(context: RuleContext): readonly TextBlock[] {
  const { scope } = context;
  const changing = scope.modifications.flatMap((one) => {
    const which = specifications.filter((schedule) => one.impacts?.includes(schedule)).map(wordFor);
    return which.length === 0 ? [] : [{ one, which }];
  });
  const silent = scope.modifications.filter((one) => one.impacts === null);
  if (changing.length === 0) return [paragraph(unchangedInWords(context, silent)), ...linkBlock(context)];
  return [
    ...list(changing.map(({ one, which }) => [piece(changesInWords(one, which))])),
    ...(silent.length === 0 ? [] : [paragraph(unstatedInWords(silent))]),
    ...linkBlock(context),
  ];
}

function changesInWords(one: Modification, which: readonly string[]): string {
  const documents = documentsInWords(one);
  const versions = documents.length === 0 ? '' : `: ${joinWords(documents)}`;
  return `${modificationKey(one)} changes the ${joinWords(which)}${versions}.`;
}

function unchangedInWords({ scope, facts }: RuleContext, silent: readonly Modification[]): string {
  if (facts.release.technicalSpecifications === true)
    return 'This release changes the Technical Specifications; which of them is not recorded yet.';
  if (scope.modifications.length > 0 && silent.length === 0)
    return 'Nothing in scope changes the Technical Specifications.';
  return 'Whether this release changes the Technical Specifications is not recorded yet.';
}

function unstatedInWords(silent: readonly Modification[]): string {
  return `Whether ${joinWords(silent.map(modificationKey), 'or')} ${silent.length === 1 ? 'changes' : 'change'} them too is not recorded yet.`;
}

function linkBlock({ facts, scope, hasHappened }: RuleContext): readonly TextBlock[] {
  const { technicalSpecificationsAddress: address, technicalSpecificationsOn: on } = facts.publication;
  if (on !== null && !hasHappened(on))
    return [paragraph(`The changes to the Technical Specifications are to be published on ${formatDate(on)}.`)];
  const link = linked('The changes to the Technical Specifications', address);
  if (link.href !== null) return [paragraph(link, ' are published.')];
  const changes = scope.modifications.some((one) => specifications.some((schedule) => one.impacts?.includes(schedule)));
  if (!changes && facts.release.technicalSpecifications !== true) return [];
  return [paragraph('Where the changes are published is not recorded yet.')];
}
