import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/domain/foundation/canonicalJson.ts';
import { type Block, type Section, spansOf } from '../../shared/domain/pack/blocks.ts';
import { buildDecisions, buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { issueCounts } from '../../shared/domain/pack/issueCounts.ts';
import { manifestOf, partsOf } from '../../shared/domain/pack/manifest.ts';
import { issueBarsOf } from '../../shared/domain/testing/issueBars.ts';
import { issueFiguresOf } from '../../shared/domain/testing/thresholdFigures.ts';
import { factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { packSnapshotOf } from './fixtures.ts';
import { sampleFacts } from './sampleFacts.ts';

const model = buildPackModel(packSnapshotOf(sampleFacts()));
const sections: readonly Section[] = [model.cover, model.decision, ...model.sections];

describe('the pack model', () => {
  it('holds its sections in the order that the domain asks for', () => {
    expect(model.sections.map((section) => section.title)).toEqual([
      'Release and dates',
      'Scope',
      'Lead times',
      'Release Implementation Document',
      'Testing',
      'Criteria matrix',
      'Coverage',
      'Criteria one by one',
      'Consultation record',
      'Risks and transition',
      'Conditions',
      'Publication',
      'Findings and rulebook',
      'Evidence register',
      'Words and bodies',
      'How to check this file',
    ]);
  });

  it('says of a decision that is dated after the as-of day that it is not yet taken', () => {
    const decisions = [{ body: 'CSC', on: '2026-05-05', outcome: 'go', wording: 'Agreed.' }];
    const facts = sampleFacts({ decisions, submissions: [] });
    const told = (asOf: string) => JSON.stringify(buildPackModel(packSnapshotOf(facts, asOf)).sections[0]);
    expect(told('2026-05-04')).toContain('after 4 May 2026: not yet');
    expect(told('2026-05-05')).not.toContain('not yet');
  });

  it('puts the parts of the decision page in their order', () => {
    expect(headingsOf(model.decision.blocks)).toEqual([
      'Acceptance criteria',
      'Exceptions',
      'Open issues',
      'Committees',
      'Conditions',
      'Not live, and what Users will notice',
      'If the answer is not go',
      'Since the last pack',
      'Lead times',
    ]);
  });

  it('leads every link to a destination that exists', () => {
    const places = new Set(sections.flatMap((section) => [section.id, ...placesIn(section.blocks)]));
    const links = sections.flatMap((section) => linksIn(section.blocks));
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter((link) => !places.has(link))).toEqual([]);
  });

  it('gives out no destination twice', () => {
    const all = sections.flatMap((section) => [section.id, ...placesIn(section.blocks)]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('gives every figure a sentence that says the same', () => {
    const figures = sections.flatMap((section) => section.blocks.filter((block) => block.kind === 'figure'));
    expect(figures.map((figure) => figure.alt)).toEqual([
      expect.stringContaining('TAD published 27 December 2025 (2 days short)'),
      expect.stringContaining('UIT: planned 23 February 2026 to 15 May 2026'),
      expect.stringContaining('SIT, North: 405 of 412 passed · 7 failed'),
      expect.stringContaining('Severity 2, SIT: 2 open, at most 0: over'),
      'Criteria by status: 8 met, 1 not met, 2 in progress, 1 no evidence, 1 not applicable, of 13.',
    ]);
  });

  it('says once what holds for many: the whole release, no due date', () => {
    const criteria = Array.from({ length: 15 }, (_, index) => ({
      reference: `AC-${index + 1}`,
      text: 'Shown.',
      owner: 'DCC',
    }));
    const facts = sampleFacts({ criteria, views: [], evidence: [], issueThresholds: [], conditions: [] });
    const sections = buildPackModel(packSnapshotOf(facts)).sections.filter(({ title }) =>
      ['Criteria matrix', 'Coverage', 'Criteria one by one'].includes(title),
    );
    const said = sections.map((section) => JSON.stringify(section));
    // In Coverage in its two sentences and in the words for who does not see the table, never row by row.
    expect(said.map((text) => text.split('the whole release').length - 1)).toEqual([0, 3, 1]);
    expect(said[0]).toContain('No criterion has a due date recorded.');
    expect(said[0]).not.toContain('not recorded');
  });

  it('says of a modification that goes live that a part of it does not', () => {
    const notLive = [
      { modification: 'MP162', what: 'Central region' },
      { modification: 'MP999', what: 'all of it' },
    ];
    const { decision } = buildPackModel(packSnapshotOf(sampleFacts({ release: { notLive } })));
    expect(JSON.stringify(decision)).toContain('Not live after it: part of MP162 (Central region), MP999.');
  });

  it('counts the exceptions that do not fit, whatever the limits', () => {
    for (const { decision } of buildDecisions(packSnapshotOf(sampleFacts()))) {
      const table = decision.blocks.find((block) => block.kind === 'table' && block.caption === 'Exceptions');
      const rows = table?.kind === 'table' ? table.rows : [];
      const last =
        rows[rows.length - 1]
          ?.map((cell) =>
            spansOf(cell.text)
              .map((span) => span.text)
              .join(''),
          )
          .join(' ') ?? '';
      const heading = decision.blocks.find((block) => block.kind === 'heading' && block.id === 'decision:exceptions');
      const told = JSON.stringify(heading);
      expect(/^and more /.test(last), last).toBe(told.includes('the rest counted'));
      expect(told).toMatch(/every one; nothing is left out|\d+ in all, (?:those alike together|the rest counted)/);
    }
  });
});

describe('open issues against cited maximums', () => {
  it('shows the strictest maximum that applies, and cannot tell where the state of an issue decides', () => {
    const facts = factsWith({
      testIssues: [
        { reference: '1', phase: 'SIT', severity: 2, open: true },
        { reference: '2', phase: 'UIT', severity: 2, open: null },
        { reference: '3', phase: 'SIT', severity: 3, open: false },
      ],
      issueThresholds: [
        { phase: 'SIT', severity: 2, maximumOpen: 1, source: 'TAD' },
        { phase: 'UIT', severity: 2, maximumOpen: 0, source: 'TAD' },
      ],
    });
    expect(issueCounts(facts)).toEqual([
      { severity: 2, open: 2, maximum: 0, ofPhase: 'UIT', verdict: 'cannotTell', sources: ['TAD'] },
    ]);
  });

  it('takes a typing error for no phase: 26 open are not within a maximum that counts none of them', () => {
    const facts = factsWith({
      testIssues: Array.from({ length: 26 }, (_, index) => ({
        reference: `TI-${index}`,
        phase: 'Regression',
        severity: 2,
        open: true,
      })),
      issueThresholds: [{ phase: 'Regresion', severity: 2, maximumOpen: 0, source: 'TAD' }],
    });
    expect(issueCounts(facts)).toMatchObject([{ severity: 2, open: 26, verdict: 'cannotTell' }]);
    expect(issueBarsOf(facts.issueThresholds, issueFiguresOf(facts)).map(({ label, open }) => [label, open])).toEqual([
      ['Severity 2, Regresion', 0],
      ['Severity 2, Regression', 26],
    ]);
    const testing = JSON.stringify(buildPackModel(packSnapshotOf(facts)).sections.find((one) => one.id === 'testing'));
    expect(testing).toContain('it names the phase Regresion, which no test phase and no issue has');
    expect(testing).not.toContain('Within');
  });

  it('leaves no open issue out of the bars or of the decision page, whatever is cited', () => {
    const word = fc.constantFrom(null, 'SIT', 'sit ', 'UIT', 'Regresion');
    const severity = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    const issue = fc.record({ phase: word, severity, open: fc.constantFrom(true, false, null) });
    const threshold = fc.record({
      phase: word,
      severity,
      maximumOpen: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(issue, { maxLength: 30 }), fc.array(threshold, { maxLength: 8 }), (issues, thresholds) => {
        const facts = factsWith({ testIssues: issues, issueThresholds: thresholds });
        const open = facts.testIssues.filter((one) => one.open !== false).length;
        const bars = issueBarsOf(facts.issueThresholds, issueFiguresOf(facts));
        expect(bars.filter((bar) => !bar.part).reduce((sum, bar) => sum + bar.open, 0)).toBe(open);
        const counts = issueCounts(facts);
        expect(counts.reduce((sum, one) => sum + one.open, 0)).toBe(open);
        for (const one of counts.filter(({ verdict }) => verdict === 'over'))
          expect(one.open).toBeGreaterThan(one.maximum ?? Number.POSITIVE_INFINITY);
        // Neither may say of a maximum that it is kept while the other says that it is passed.
        const over = new Set(counts.filter((one) => one.verdict === 'over').map((one) => one.severity));
        for (const bar of bars.filter((one) => one.unclear === null && one.maximum !== null && one.open > one.maximum))
          expect(over).toContain(Number(/^Severity (\d)/.exec(bar.label)?.[1]));
      }),
    );
  });
});

describe('the manifest', () => {
  const hash = (text: string) => String(text.length).padStart(64, '0');

  it('names every criterion, view, finding and evidence item once, and repeated views by number', () => {
    const facts = sampleFacts({
      views: [
        { body: 'TAG', criterion: 'AC-01', on: '2026-03-01', position: 'deferred' },
        { body: 'TAG', criterion: 'AC-01', on: '2026-04-01', position: 'supports' },
      ],
    });
    const names = partsOf(packSnapshotOf(facts), hash).map((part) => part.part);
    expect(names).toEqual(
      expect.arrayContaining([
        'snapshot',
        'criterion:AC-01',
        'view:TAG/AC-01',
        'view:TAG/AC-01#2',
        'evidence:EV-003@2',
        'finding:criteria.exist',
        'condition:RID updated with the maintenance window in clock time.',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells the file of each evidence item', () => {
    const file = { attachment: null, absent: 'withheld' as const, sha256: null, bytes: null, mediaType: null };
    const manifest = manifestOf(packSnapshotOf(sampleFacts()), new Map([['EV-004@1', file]]), hash);
    expect(manifest.parts.find((part) => part.part === 'evidence:EV-004@1')?.file).toEqual(file);
  });
});

it('writes JSON with its keys in one order, whatever they are called', () => {
  const value = JSON.parse('{"b":[{"z":1,"a":null}],"__proto__":2,"a":"é"}');
  expect(canonicalJson(value)).toBe(
    '{\n  "__proto__": 2,\n  "a": "é",\n  "b": [\n    {\n      "a": null,\n      "z": 1\n    }\n  ]\n}\n',
  );
});

function headingsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'pair'
      ? [...headingsOf(block.left), ...headingsOf(block.right)]
      : block.kind === 'heading'
        ? [block.text]
        : [],
  );
}

function placesIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.id];
    if (block.kind === 'pair') return [...placesIn(block.left), ...placesIn(block.right)];
    return block.kind === 'table'
      ? block.rows.flatMap((row) => row.flatMap((cell) => (cell.id === undefined ? [] : [cell.id])))
      : [];
  });
}

function linksIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(linksIn);
  if (value === null || typeof value !== 'object') return [];
  const { to, pageOf, ...rest } = value as { to?: string; pageOf?: string };
  return [
    ...(to === undefined ? [] : [to]),
    ...(pageOf === undefined ? [] : [pageOf]),
    ...linksIn(Object.values(rest)),
  ];
}
