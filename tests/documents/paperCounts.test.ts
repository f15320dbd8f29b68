import { expect, it } from 'vitest';
import { paperFacts } from '../../shared/domain/pack/paper/paperFacts.ts';
import { figureOf, issueFiguresOf } from '../../shared/domain/testing/thresholdFigures.ts';
import { factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';

const spelling = fc.constantFrom('SIT', 'sit', ' Sit ', 'UIT', 'uit', '', null);
const issues = fc.array(
  fc.record({
    phase: spelling,
    severity: fc.constantFrom(1, 2, null),
    open: fc.constantFrom(true, false, null),
  }),
  { maxLength: 8 },
);
const maximum = fc.record({
  phase: spelling,
  severity: fc.constantFrom(1, 2),
  maximumOpen: fc.constantFrom(0, 1, null),
  criterion: fc.constantFrom('AC-1', ' AC-1 '),
});

it('counts in the paper for a body what the pack counts, however a phase and a criterion are written', () => {
  fc.assert(
    fc.property(issues, maximum, spelling, (told, threshold, phase) => {
      const facts = factsWith({
        criteria: [{ reference: 'AC-1', text: 'Tested.', bodies: ['TAG'] }],
        testIssues: [
          ...told.map((one, at) => ({ ...one, reference: `T${at}` })),
          { reference: 'L', severity: 2, open: false },
        ],
        testPhases: [{ name: phase }],
        issueThresholds: [threshold],
      });
      const paper = paperFacts(facts, 'TAG');
      const figures = [facts, paper].map((one) =>
        one.issueThresholds.map((cited) => {
          const { open, verdict } = figureOf(cited, issueFiguresOf(one));
          return { open, verdict };
        }),
      );
      expect(figures[1]).toEqual(figures[0]);
    }),
  );
});
