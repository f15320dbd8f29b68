import { describe, expect, it } from 'vitest';
import { classificationOf } from '../../shared/domain/pack/classification.ts';
import { factsWith } from '../fixtures/facts.ts';

describe('the classification of a pack', () => {
  const item = (reference: string, classification: string | null, withheld = false) => ({
    reference,
    title: reference,
    classification,
    withheld,
  });
  const cases: readonly (readonly [
    string,
    string | null,
    ReturnType<typeof item>[],
    string | null,
    readonly string[],
  ])[] = [
    ['the highest contained wins', 'TLP:GREEN', [item('EV-1', 'TLP:AMBER')], 'TLP:AMBER', []],
    ['withheld evidence does not count', 'TLP:GREEN', [item('EV-1', 'TLP:RED', true)], 'TLP:GREEN', []],
    ['White is the older word for Clear', 'White', [item('EV-1', 'clear')], 'White', []],
    ['Amber+Strict is above Amber', 'Amber', [item('EV-1', 'TLP: AMBER+STRICT')], 'TLP: AMBER+STRICT', []],
    [
      'an unknown own mark wins, and others are listed',
      'OFFICIAL',
      [item('EV-1', 'Commercial'), item('EV-2', 'Red')],
      'OFFICIAL',
      ['Commercial'],
    ],
    [
      'an unknown word beside a known own mark is listed',
      'Green',
      [item('EV-1', 'Commercial')],
      'Green',
      ['Commercial'],
    ],
    ['nothing stated is null', null, [item('EV-1', null)], null, []],
  ];
  it.each(cases)('%s', (_, own, evidence, mark, unknown) => {
    expect(classificationOf(factsWith({ release: { classification: own }, evidence }))).toEqual({ mark, unknown });
  });
});
