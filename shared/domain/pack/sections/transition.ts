import type { Block, Section } from '../blocks.ts';
import { risksInOrder } from '../inOrder.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, nothing } from '../tables.ts';
import { textOr } from '../words.ts';

/** Risks, and how the release is deployed, backed out and cared for in its first weeks. */
export function transitionSection({ facts }: PackContext): Section {
  const { deployment, backOut, earlyLifeSupport } = facts.transition;
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: 'Risks', id: 'transition:risks', bookmark: false },
    facts.risks.length === 0
      ? nothing('No risk is recorded.')
      : {
          kind: 'table',
          caption: 'Risks',
          columns: [
            { title: 'Risk', weight: 26 },
            { title: 'Level', weight: 11 },
            { title: 'Impact', weight: 25 },
            { title: 'Mitigation', weight: 26 },
            { title: 'Owner', weight: 12 },
          ],
          rows: risksInOrder(facts).map((one) => [
            cell(textOr(one.title)),
            cell(textOr(one.level)),
            cell(textOr(one.impact)),
            cell(textOr(one.mitigation)),
            cell(textOr(one.owner)),
          ]),
        },
    { kind: 'heading', level: 2, text: 'Transition', id: 'transition:plan', bookmark: false },
    {
      kind: 'facts',
      rows: [
        { label: 'Deployment', value: textOr(deployment) },
        { label: 'Back-out', value: textOr(backOut) },
        { label: 'Early-life support', value: textOr(earlyLifeSupport) },
      ],
    },
    { kind: 'heading', level: 2, text: 'If the answer is not go', id: 'transition:ifNotGo', bookmark: false },
    {
      kind: 'facts',
      rows: [
        { label: 'Consequence', value: textOr(facts.release.ifNotGo.consequence) },
        { label: 'Last moment to stop', value: textOr(facts.release.ifNotGo.lastMomentToStop) },
      ],
    },
  ];
  return { id: places.transition, title: 'Risks and transition', orientation: 'portrait', ownPage: false, blocks };
}
