import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { parseEvidenceKey } from '../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { stampFor, stampView } from '../../shared/domain/staleness/staleness.ts';
import { factsWith } from '../fixtures/facts.ts';
import { anyDate, anySnapshot } from './arbitraries.ts';

const view = { body: 'TAG', criterion: 'A-1' };
const given = { position: 'supports' };

/** The fields of the view after each of these edits, as the store writes them. */
function typed(facts: ReleaseFacts, ...edits: readonly object[]): Record<string, unknown> {
  const now: Record<string, unknown> = {};
  for (const edit of edits) Object.assign(now, stampView(facts, { ...edit }, now));
  return now;
}

describe('the stamp of a view that was given on a day', () => {
  it('holds nothing that was added or took effect later, and the highest version of then', () => {
    fc.assert(
      fc.property(anySnapshot, anyDate, ({ facts }, on) => {
        const { saw } = stampFor(facts, 'A-1', on);
        for (const { evidence } of saw) {
          const { reference, version } = parseEvidenceKey(evidence);
          const there = (one: ReleaseFacts['evidence'][number]) =>
            (one.addedOn ?? on) <= on && (one.effectiveOn ?? on) <= on;
          const versions = facts.evidence.filter((one) => one.reference === reference && there(one));
          expect(versions.some((one) => one.version === version)).toBe(true);
          const standing = versions.filter(({ status }) => status !== 'rejected' && status !== 'withdrawn');
          expect(Math.max(...standing.map((one) => one.version))).toBe(version);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same in whatever order position, day and correction of the day are typed', () => {
    fc.assert(
      fc.property(anySnapshot, anyDate, anyDate, ({ facts }, on, other) => {
        const { saw } = typed(facts, { ...view, ...given, on });
        expect(saw).toEqual([...stampFor(facts, 'A-1', on).saw]);
        expect(typed(facts, view, { on }, given).saw).toEqual(saw);
        expect(typed(facts, view, given, { on }).saw).toEqual(saw);
        expect(typed(facts, { ...view, on: other }, given, { on }).saw).toEqual(saw);
      }),
      { numRuns: 300 },
    );
  });

  const facts = factsWith({
    criteria: [{ reference: 'A-1', text: 'Tested' }],
    evidence: [
      { reference: 'EV-001', version: 1, criteria: ['A-1'], addedOn: '2026-03-01' },
      { reference: 'EV-001', version: 2, criteria: ['A-1'], addedOn: '2026-05-02' },
      { reference: 'EV-002', version: 1, criteria: ['A-1'], addedOn: '2026-05-02' },
    ],
  });
  const keys = (fields: Record<string, unknown>) =>
    (fields.saw as readonly { readonly evidence: string }[]).map(({ evidence }) => evidence);

  it('keeps what a paper showed and what a person stated, whatever day is recorded then', () => {
    const stated = typed(facts, { ...view, ...given, saw: [] }, { on: '2026-05-01' });
    expect(keys(stated)).toEqual([]);
    const onPaper = typed(facts, { ...view, ...given, paper: 'TAG_12' }, { on: calendarDate('2026-05-01') });
    expect(keys(onPaper)).toEqual(['EV-001@2', 'EV-002@1']);
  });

  it('is of what is there now while no day is recorded', () => {
    expect(keys(typed(facts, { ...view, ...given }))).toEqual(['EV-001@2', 'EV-002@1']);
    expect(keys(typed(facts, { ...view, ...given, on: '2026-05-01' }))).toEqual(['EV-001@1']);
  });
});
