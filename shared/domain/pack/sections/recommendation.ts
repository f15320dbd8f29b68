import { paragraph, type Section } from '../blocks.ts';
import { askedWords } from '../decision/wentLive.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { textOr } from '../words.ts';

/** What the CSC is asked to agree and both recommendations, whole: printed where the decision page has to cut them. */
export function recommendationSection(context: PackContext): Section {
  const { wording, secas, dcc } = context.facts.recommendation;
  const label = (text: string) => paragraph([{ text, soft: true, strong: true }], 'label');
  return {
    id: places.recommendation,
    title: 'Recommendations in full',
    orientation: 'portrait',
    ownPage: false,
    blocks: [
      label(askedWords(context)),
      paragraph(textOr(wording), 'ask'),
      label('SECAS recommends'),
      paragraph(textOr(secas)),
      label('The DCC recommends'),
      paragraph(textOr(dcc)),
    ],
  };
}
