import { describe, expect, it } from 'vitest';
import { type Block, spansOf } from '../../shared/domain/pack/blocks.ts';
import { buildDecisions, buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import { anySnapshot } from '../domain/arbitraries.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { packSnapshotOf } from './fixtures.ts';

const criterion = (number: number, more: object = {}) => ({ reference: `AC-${number}`, text: 'It works.', ...more });

function decisionOf(facts: ReleaseFacts, asOf = '2026-05-01') {
  return buildPackModel(packSnapshotOf(facts, asOf)).decision.blocks;
}

describe('exceptions on the decision page', () => {
  it('titles a group by what is wrong, never by the title of the rule, which says the opposite', () => {
    const criteria = Array.from({ length: 20 }, (_, index) => criterion(index + 1, { selfStatus: 'notMet' }));
    const facts = factsWith({ criteria, submissions: [{ on: '2026-04-01', presentedBy: ['SECAS', 'DCC'] }] });
    const told = exceptionsOf(decisionOf(facts));
    expect(told.join('\n')).toContain('20 criteria are not met: AC-1, AC-2, AC-3, AC-4 and 16 more.');
  });

  it('says once what several rules cannot tell for one and the same reason, as the window does', () => {
    const modifications = [{ reference: 'MP100', status: 'approved' as const, inScope: true, impacts: null }];
    const facts = factsWith({ modifications });
    const { findings } = packSnapshotOf(facts, '2026-05-01').readiness;
    const unknown = findings.filter((one) => one.outcome === 'cannotTell' && one.rule.startsWith('tad.'));
    const [first] = unknown;
    expect(unknown.filter((one) => one.sentence === first?.sentence).length).toBeGreaterThan(2);
    const told = exceptionsOf(decisionOf(facts));
    expect(told.filter((line) => line.includes(first?.sentence ?? ''))).toHaveLength(1);
  });

  it('never begins a line with the title of a rule, whatever the release', () => {
    const titles = rules.map((rule) => rule.title);
    fc.assert(
      fc.property(anySnapshot, ({ facts, asOf, ...options }) => {
        const snapshot = packSnapshotOf(facts, asOf, { final: options.final }, options);
        for (const { decision } of buildDecisions(snapshot))
          for (const line of exceptionsOf(decision.blocks))
            expect(
              titles.some((title) => line.startsWith(`${title}:`)),
              line,
            ).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a rule that somebody lets weigh less than a blocker', () => {
  const change = { what: 'severity', rule: 'criteria.met', severity: 'advice', reason: 'Agreed.' } as const;
  const facts = factsWith({
    criteria: [criterion(1, { selfStatus: 'notSubmitted' })],
    submissions: [{ on: '2026-04-01', presentedBy: ['SECAS', 'DCC'] }],
  });
  const blocksOf = (severity: 'advice' | 'warning') =>
    buildPackModel(
      packSnapshotOf(facts, '2026-05-01', {}, { rulebook: { changes: [{ ...change, severity }], paperDeadlines: [] } }),
    ).decision.blocks;

  it.each(['advice', 'warning'] as const)('stays an exception, and says that it counts as %s', (severity) => {
    const told = exceptionsOf(blocksOf(severity));
    expect(told.join('\n')).toContain(`Lowered from blocker to ${severity}: AC-1: `);
  });
});

describe('lead times on the decision page', () => {
  const scoped = (reference: string, more: object) =>
    ({ reference, status: 'approved', inScope: true, ...more }) as const;
  const lines = (input: FactsInput) => JSON.stringify(decisionOf(factsWith(input)).at(-2));

  it('tells modifications without stated impacts from those with a date of their own', () => {
    const modifications = [
      ...Array.from({ length: 10 }, (_, index) => scoped(`MP${index + 100}`, { impacts: null })),
      scoped('MP200', { impacts: ['dccSystems'], addedToScopeOn: '2025-06-01' }),
      scoped('MP201', { impacts: ['dccSystems'], addedToScopeOn: '2025-12-01' }),
    ];
    const told = lines({ modifications });
    expect(told).toContain('2 modifications with a date of their own: 1 in time, 1 short');
    expect(told).toContain('10 modifications without stated impacts: cannot tell which lead time applies');
  });
});

describe('a finding that a decision covers', () => {
  it('says once by whom and when it was agreed', () => {
    const facts = factsWith({
      release: { goLive: { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-01-01' } },
      modifications: [
        {
          reference: 'MP200',
          impacts: ['dccSystems'],
          inScope: true,
          addedToScopeOn: '2025-12-01',
          lateAddition: { body: 'CSC', on: '2025-12-01', reference: 'CSC_36', reason: 'It could not wait' },
        },
      ],
    });
    const leadTimes = buildPackModel(packSnapshotOf(facts)).sections.find((one) => one.id === 'leadTimes');
    const table = leadTimes?.blocks.find((block) => block.kind === 'table');
    const row = textOf(table?.kind === 'table' ? table.rows : []);
    expect(row).toContain('late addition agreed by the CSC on 1 December 2025');
    expect(row.split('late addition agreed by').length).toBe(2);
    expect(row).toContain('reference CSC_36, because: “It could not wait” (§4.3 lets the CSC add it)');
  });
});

function exceptionsOf(blocks: readonly Block[]): readonly string[] {
  const table = blocks.find((block) => block.kind === 'table' && block.caption === 'Exceptions');
  const rows = table?.kind === 'table' ? table.rows : [];
  return rows.map((row) => textOf(row[1]?.text));
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (value === null || typeof value !== 'object') return '';
  return 'text' in value && 'below' in value
    ? `${textOf(value.text)} ${textOf(value.below)}`
    : spansOf(((value as { text?: string }).text ?? '') as string)
        .map((span) => textOf(span.text))
        .join('');
}
