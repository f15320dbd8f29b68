import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { viewsShownOn } from '../../shared/domain/readiness/factsShownOn.ts';
import { releaseStateOf, releaseStates } from '../../shared/domain/readiness/releaseState.ts';
import { viewHistoriesOf } from '../../shared/domain/readiness/viewHistory.ts';
import { copyOfContainers, putRecords, recordsOf } from '../../shared/domain/records/canonical.ts';
import { type ListKind, listKinds, type RecordOf, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import type { Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import { type FactsInput, factsWith, onlyOf } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anySnapshot, spokenSnapshot } from './arbitraries.ts';

/** What a form may have begun a record with: what names it, a body that is nearly always the one, nothing else. */
const begun: Readonly<Record<ListKind, fc.Arbitrary<object>>> = (() => {
  const criterion = fc.constantFrom('A-1', 'A-2', 'A-10', 'B');
  const fresh = fc.constant('EMPTY-1');
  const body = fc.constantFrom(null, 'CSC', 'Panel', 'Authority');
  const plain = fc.constant({});
  return {
    goLivePart: plain,
    goLiveChange: plain,
    notLive: plain,
    modification: fc.record({
      reference: fc.constantFrom('New modification 1', 'MP-new-1'),
      status: fc.constantFrom(null, 'targeted'),
      inScope: fc.constantFrom(null, true),
    }),
    scopeDecision: fc.record({ body }),
    ridVersion: plain,
    ridComment: plain,
    tadVersion: fc.record({ version: fc.constantFrom(null, '1.0') }),
    testPhase: plain,
    issueThreshold: plain,
    testIssue: plain,
    userTestingNotice: plain,
    meeting: fc.record({ body }),
    criterion: fc.record({ reference: fresh }),
    evidence: fc.record({ reference: fresh, status: fc.constantFrom(null, 'draft') }),
    view: fc.record({ criterion, body: fc.constantFrom('TAG', 'OPSG', 'SSC') }),
    requiredBody: plain,
    risk: plain,
    condition: plain,
    exception: fc.record({
      rule: fc.constantFrom(...rules.filter((rule) => rule.coverable).map(({ id }) => id)),
      body,
    }),
    submission: plain,
    decision: fc.record({ body }),
    comment: plain,
    sentText: plain,
  };
})();

const anyEmpty = fc.constantFrom(...listKinds).chain((kind) => begun[kind].map((fields) => ({ kind, fields })));

interface Empty {
  readonly kind: ListKind;
  readonly fields: object;
}

const good: ReadonlySet<string> = new Set(['met', 'covered']);
const nameOf = ({ rule, subject }: Finding) => `${rule} ${subject ?? ''}`;

function goodOf(snapshot: Snapshot): ReadonlyMap<string, Finding> {
  const { findings } = computeReadiness(snapshot);
  return new Map(findings.filter((one) => good.has(one.outcome)).map((one) => [nameOf(one), one]));
}

function withEmpty(facts: ReleaseFacts, { kind, fields }: Empty): ReleaseFacts {
  const copy = copyOfContainers(facts);
  putRecords(copy, kind, [...recordsOf(facts, kind), recordKinds[kind].schema.parse(fields) as RecordOf<ListKind>]);
  return copy;
}

/** An exception from a rule that is missed is what the link in a finding begins: its subject is the finding's. */
function aimed(empty: Empty, snapshot: Snapshot): readonly Empty[] {
  if (empty.kind !== 'exception') return [empty];
  return computeReadiness(snapshot)
    .findings.filter((one) => one.outcome === 'notMet' && rules.find(({ id }) => id === one.rule)?.coverable)
    .map(({ rule, subject }) => ({ kind: 'exception', fields: { ...empty.fields, rule, subject } }));
}

describe.each([
  ['with anything in any field', anySnapshot],
  ['as people write it', spokenSnapshot],
])('an empty record in a release %s', (_, arbitrary) => {
  it('makes no finding better and moves no state on', () => {
    fc.assert(
      fc.property(arbitrary, anyEmpty, (snapshot, empty) => {
        const before = goodOf(snapshot);
        const state = releaseStates.indexOf(releaseStateOf(snapshot.facts, snapshot.asOf));
        for (const one of aimed(empty, snapshot)) {
          const facts = withEmpty(snapshot.facts, one);
          const better = [...goodOf({ ...snapshot, facts })].filter(([name]) => !before.has(name));
          expect(better.map(([name, { sentence }]) => `${name}: ${sentence}`)).toEqual([]);
          expect(releaseStates.indexOf(releaseStateOf(facts, snapshot.asOf))).toBeLessThanOrEqual(state);
        }
      }),
      { numRuns: 400 },
    );
  });
});

it('a version of the TAD that was only begun makes no rule of testing apply', () => {
  const notices = (['email', 'website'] as const).map((channel) => ({ channel, tells: ['type', 'when'] }));
  const told = { userTesting: { planned: true, from: '2026-05-01', notices } };
  const outcomeWith = (versions: readonly object[]) =>
    onlyOf('user-testing.notice', { ...told, tad: { versions } } as FactsInput, '2026-03-01').outcome;
  expect(outcomeWith([{ version: '1.0' }])).toBe(outcomeWith([]));
  expect(outcomeWith([{ version: '1.0', coversUserTesting: true }])).toBe('met');
});

describe('a finding says what a record that was begun lacks', () => {
  const modification: NonNullable<FactsInput['modifications']>[number] = {
    reference: 'MP1',
    status: 'approved',
    approvedOn: '2025-02-01',
    impacts: ['dccSystems'],
  };
  const tad = { versions: [{ version: '1.0', issuedToTagOn: '2025-10-02' }] };
  const rule = 'tad.to-tag-9-months';
  const late = { modifications: [modification], tad };

  it.each([
    [{ body: 'CSC' }, 'An exception for it is begun; it states neither day, reference nor reason.'],
    [{ on: '2026-01-10' }, 'An exception for it is begun; it states neither body nor reason.'],
    [{ on: '2026-01-10', reason: 'Agreed.' }, 'An exception for it is begun; it states no body.'],
  ])('an exception that states %j', (fields, told) => {
    const found = onlyOf(rule, { ...late, exceptions: [{ rule, ...fields }] }, '2026-03-01');
    expect(found).toMatchObject({ outcome: 'notMet', mendAt: { kind: 'exception', key: rule } });
    expect(found.sentence).toContain(told);
  });

  it.each([{ on: '2026-01-10' }, { reference: 'CSC_80' }])('an exception of the CSC with %j covers', (fields) => {
    const exceptions = [{ rule, body: 'CSC', ...fields }];
    expect(onlyOf(rule, { ...late, exceptions }, '2026-03-01').outcome).toBe('covered');
  });

  it('a decision', () => {
    const found = (decision: object) => onlyOf('decision.recorded', { decisions: [decision] }, '2026-06-01');
    expect(found({ body: 'CSC' })).toMatchObject({ outcome: 'notDue', mendAt: { field: 'outcome' } });
    expect(found({ body: 'CSC' }).sentence).toContain('A decision is begun; it states neither day nor outcome.');
    expect(found({ body: 'CSC', on: '2026-05-20' })).toMatchObject({
      outcome: 'notMet',
      sentence:
        'A decision of the CSC of 20 May 2026 is begun; it states neither outcome nor wording, so nothing is decided (§5.3).',
    });
  });

  it('a view, a submission, a RID version, a TAD version, a modification and a criterion', () => {
    const criteria = [{ reference: 'AC-01', text: 'Tested', bodies: ['TAG'] }];
    const said = (of: string, input: FactsInput) => onlyOf(of, input, '2026-03-01').sentence;
    expect(said('input.given', { criteria, views: [{ body: 'TAG', criterion: 'AC-01' }] })).toContain(
      'TAG has not been asked (a record of it is begun; it states neither the day of asking nor a position)',
    );
    expect(said('submission.in-time', { submissions: [{}] })).toContain(
      'A submission is begun; it states neither day nor who presents it.',
    );
    expect(said('rid.exists', { modifications: [modification], rid: { versions: [{}] } })).toContain(
      'A version of the RID is begun; it states neither version nor day.',
    );
    expect(said('tad.current', { modifications: [modification], tad: { versions: [{ version: '1.0' }] } })).toContain(
      'TAD version 1.0 is begun; it states no date of any milestone',
    );
    expect(said('scope.not-empty', { modifications: [{ reference: 'MP-new-1', status: 'targeted' }] })).toContain(
      'A modification is begun; it has no reference of its own yet.',
    );
    expect(said('criteria.exist', { criteria: [{ reference: 'AC-01' }] })).toContain(
      'AC-01 is begun; it states no wording yet',
    );
  });

  it('a view that was begun stays in sight, and is neither asked nor answered', () => {
    const { views } = factsWith({ views: [{ body: 'TAG', criterion: 'AC-01' }] });
    const asOf = calendarDate('2026-03-01');
    expect(viewsShownOn(views, asOf)).toEqual(views);
    expect(viewHistoriesOf(views, asOf).of('TAG', 'AC-01')).toMatchObject({ asked: null, all: [{ became: 'begun' }] });
  });
});
