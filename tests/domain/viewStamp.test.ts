import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { parseEvidenceKey } from '../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { knownStamps, type PastChange } from '../../shared/domain/staleness/knownStamp.ts';
import { stampFor } from '../../shared/domain/staleness/staleness.ts';
import { stampView } from '../../shared/domain/staleness/stampView.ts';
import { factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anyDate, anySnapshot } from './arbitraries.ts';

const view = { body: 'TAG', criterion: 'A-1' };
const given = { position: 'supports' };

const today = calendarDate('2199-12-31');

/** The fields of the view after each of these edits, as the store writes them where nothing was changed since its day. */
function typed(facts: ReleaseFacts, ...edits: readonly object[]): Record<string, unknown> {
  const known = knownStamps(facts, today, () => [], 'ofNow');
  const now: Record<string, unknown> = {};
  for (const edit of edits) Object.assign(now, stampView(facts, { ...edit }, now, known));
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

describe('a stamp holds only what the body is known to have seen', () => {
  const on = calendarDate('2026-05-01');
  const later = calendarDate('2026-05-20');
  const nothing = { sawText: null, saw: null };
  const seen = { sawText: 'Tested', saw: [{ evidence: 'EV-001@1', sha256: 'a'.repeat(64) }] };
  const facts = factsWith({
    criteria: [{ id: '00000000-0000-7000-8000-000000000001', reference: 'A-1', text: 'Tested' }],
    evidence: [
      {
        id: '00000000-0000-7000-8000-000000000002',
        reference: 'EV-001',
        version: 1,
        criteria: ['A-1'],
        addedOn: '2026-03-01',
        sha256: 'a'.repeat(64),
        status: 'accepted',
      },
    ],
  });
  const criterion = { kind: 'criterion', id: facts.criteria[0]?.id ?? '' } as const;
  const evidence = { kind: 'evidence', id: facts.evidence[0]?.id ?? '' } as const;
  const stamped = (history: readonly PastChange[], fields: object = { on }, current: object = {}) =>
    stampView(
      facts,
      { ...view, ...given, ...fields },
      { ...current },
      knownStamps(facts, later, (since) => history.filter(({ day }) => day >= since), 'ofNow'),
    );
  const edit = (of: typeof criterion | typeof evidence, day: string, before: object) => ({
    ...of,
    day: calendarDate(day),
    before: { ...before },
    after: {},
  });
  const created = (of: typeof criterion | typeof evidence, day: string) => ({
    ...of,
    day: calendarDate(day),
    before: null,
    after: {},
  });
  const removed = { ...evidence, id: '00000000-0000-7000-8000-000000000003', day: later, after: null };

  it.each<[string, readonly PastChange[], object]>([
    ['nothing was changed since', [], seen],
    ['all of it was entered on the day', [created(evidence, on), created(criterion, on)], seen],
    ['the evidence was accepted since', [edit(evidence, later, { status: 'submitted' })], seen],
    [
      'the criterion was renamed since',
      [edit(evidence, later, { criteria: ['A-7'] }), edit(criterion, later, { reference: 'A-7' })],
      seen,
    ],
    [
      'it was worded otherwise and back since',
      [edit(criterion, later, { text: 'B' }), edit(criterion, later, { text: 'Tested' })],
      seen,
    ],
    ['the criterion was worded anew since', [edit(criterion, later, { text: 'Before' })], { ...seen, sawText: null }],
    ['it was worded anew on the day', [edit(criterion, on, { text: 'Before' })], { ...seen, sawText: null }],
    ['the criterion was entered since', [created(criterion, later)], nothing],
    ['the evidence was entered since', [created(evidence, later)], { ...seen, saw: null }],
    [
      'the evidence was given to the criterion since',
      [edit(evidence, later, { criteria: [] })],
      { ...seen, saw: null },
    ],
    ['the evidence had another file', [edit(evidence, later, { sha256: 'b'.repeat(64) })], { ...seen, saw: null }],
    [
      'other evidence was removed since',
      [{ ...removed, before: { reference: 'EV-009', version: 1, criteria: ['A-1'] } }],
      { ...seen, saw: null },
    ],
    [
      'evidence of another criterion was removed',
      [{ ...removed, before: { reference: 'EV-009', version: 1, criteria: ['A-2'] } }],
      seen,
    ],
  ])('of an earlier day, where %s', (_what, history, expected) => {
    expect(stamped(history)).toMatchObject(expected);
  });

  it('of today what is there today, and of a day that lies ahead nothing', () => {
    const history = [created(evidence, later), created(criterion, later)];
    expect(stamped(history, { on: later })).toMatchObject(seen);
    expect(stamped(history, { on: '2026-05-21' })).toMatchObject(nothing);
  });

  it('of no day what is there now where it is typed, and nothing where a table says it', () => {
    const [typedNow, listed] = (['ofNow', 'unknown'] as const).map((undated) =>
      stampView(
        facts,
        { ...view, ...given },
        {},
        knownStamps(facts, later, () => [], undated),
      ),
    );
    expect(typedNow).toMatchObject(seen);
    expect(listed).toMatchObject(nothing);
  });

  it.each<[string, object]>([
    ['of an earlier day, without a stamp', { position: 'noView', on, ...nothing }],
    ['of an earlier day, stamped', { position: 'noView', on, sawText: 'Old', saw: [] }],
    ['of today, stamped before a change', { position: 'noView', on: later, sawText: 'Old', saw: [] }],
    ['without a day or a stamp', { position: 'noView', on: null, ...nothing }],
    ['of a question that somebody stamped', { position: null, sawText: 'Old', saw: null }],
  ])('and a position in a view %s, changes nothing of it', (_what, current) => {
    expect(stamped([], {}, { ...view, ...current })).toEqual({ ...view, ...given });
  });

  it('and taking a day away tells nothing of what was seen', () => {
    expect(stamped([], { on: null }, { ...view, ...given, on, ...nothing })).not.toHaveProperty('sawText');
  });
});
