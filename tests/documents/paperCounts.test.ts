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
const others = fc.array(
  fc.record({
    phase: spelling,
    severity: fc.constantFrom(1, 2, null),
    maximumOpen: fc.constantFrom(0, 1, null),
    criterion: fc.constantFrom('AC-2', 'AC-9', null),
  }),
  { maxLength: 4 },
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

it('cites every maximum that its issues count against, whoever’s criterion it is linked to, as the pack does', () => {
  fc.assert(
    fc.property(issues, maximum, others, (told, own, besides) => {
      const facts = factsWith({
        criteria: [
          { reference: 'AC-1', text: 'Tested.', bodies: ['TAG'] },
          { reference: 'AC-2', text: 'Run.', bodies: ['OPSG'] },
        ],
        testIssues: [
          ...told.map((one, at) => ({ ...one, reference: `T${at}` })),
          { reference: 'L', severity: 2, open: false },
        ],
        testPhases: [{ name: 'SIT' }, { name: 'UIT' }],
        issueThresholds: [own, ...besides],
      });
      const paper = paperFacts(facts, 'TAG');
      const [inPack, inPaper] = [facts, paper].map(issueFiguresOf);
      const names = new Set(paper.criteria.map(({ reference }) => reference));
      for (const one of paper.issueThresholds) {
        const given = facts.issueThresholds.find(
          (each) => each.phase === one.phase && each.severity === one.severity && each.maximumOpen === one.maximumOpen,
        );
        const as = (each: typeof one, figures: typeof inPack) =>
          figures && { ...figureOf({ ...each, criterion: null }, figures), threshold: null };
        expect(as(one, inPaper)).toEqual(given && as(given, inPack));
        expect(one.criterion === null || one.criterion === 'AC-9' || names.has(one.criterion.trim())).toBe(true);
      }
      const cites = (from: typeof facts, issue: (typeof facts.testIssues)[number]) =>
        from.issueThresholds.filter(
          (one) =>
            one.severity === issue.severity &&
            ['', (issue.phase ?? '').trim().toLowerCase()].includes((one.phase ?? '').trim().toLowerCase()),
        ).length;
      for (const issue of paper.testIssues) expect(cites(paper, issue)).toBe(cites(facts, issue));
    }),
  );
});
