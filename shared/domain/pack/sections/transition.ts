import type { Block, Section } from '../blocks.ts';
import { risksInOrder } from '../inOrder.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, headingOf, nothing, recordTable } from '../tables.ts';
import { dayAsRead, textOr } from '../words.ts';

/** Risks, and how the release is deployed, backed out and cared for in its first weeks. */
export function transitionSection({ facts }: PackContext): Section {
  const { deployment, backOut, earlyLifeSupport } = facts.transition;
  const blocks: Block[] = [
    headingOf('Risks', 'transition:risks'),
    facts.risks.length === 0
      ? nothing('No risk is recorded.')
      : recordTable('Risks', risksInOrder(facts), [
          ['Risk', 26, (one) => cell(textOr(one.title))],
          ['Level', 11, (one) => cell(textOr(one.level))],
          ['Impact', 25, (one) => cell(textOr(one.impact))],
          ['Mitigation', 26, (one) => cell(textOr(one.mitigation))],
          ['Owner', 12, (one) => cell(textOr(one.owner))],
        ]),
    headingOf('Transition', 'transition:plan'),
    {
      kind: 'facts',
      rows: [
        { label: 'Deployment', value: textOr(deployment) },
        { label: 'Back-out', value: textOr(backOut) },
        { label: 'Early-life support', value: textOr(earlyLifeSupport) },
      ],
    },
    headingOf('If the answer is not go', 'transition:ifNotGo'),
    {
      kind: 'facts',
      rows: [
        { label: 'Consequence', value: textOr(facts.release.ifNotGo.consequence) },
        { label: 'Last moment to stop', value: textOr(dayAsRead(facts.release.ifNotGo.lastMomentToStop)) },
      ],
    },
  ];
  return { id: places.transition, title: 'Risks and transition', orientation: 'portrait', ownPage: false, blocks };
}
