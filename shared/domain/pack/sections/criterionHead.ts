import type { Criterion } from '../../records/criterion.ts';
import { type Block, paragraph } from '../blocks.ts';
import { criterionPlace, matrixRow } from '../places.ts';
import { selfStatusOf, statusSpan } from '../vocabulary.ts';
import { shortened, textOr } from '../words.ts';

/** A criterion's heading with its status and the way `back` to where it is listed, and its wording. */
export function criterionHead({ reference, selfStatus, text }: Criterion, back: string): readonly Block[] {
  return [
    {
      kind: 'heading',
      level: 2,
      text: shortened(reference, 60),
      id: criterionPlace(reference),
      bookmark: true,
      aside: [statusSpan(selfStatusOf(selfStatus)), { text: '   ' }, { text: back, to: matrixRow(reference) }],
    },
    paragraph(textOr(text, { text: 'The wording of this criterion is not recorded.', soft: true }), 'lead'),
  ];
}

/** The heading of one part of what a criterion holds: its evidence, its views. */
export function criterionPart({ reference }: Criterion, text: string, key: string): Block {
  return { kind: 'heading', level: 3, text, id: `${criterionPlace(reference)}:${key}`, bookmark: false };
}
