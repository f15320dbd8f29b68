import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { joinSigned } from '../../shared/domain/merge/joinSigned.ts';
import type { Version } from '../../shared/domain/merge/state.ts';
import { copyOfContainers, putRecords, recordsOf } from '../../shared/domain/records/canonical.ts';
import { listKinds, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { changedSince } from '../../shared/domain/signing/changedSince.ts';
import { factsToSign, messageToSign, signedText } from '../../shared/domain/signing/signedFacts.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

const on = calendarDate('2026-05-01');
const textOf = (facts: ReleaseFacts) => signedText(factsToSign(facts, on));
const text = (input: FactsInput) => textOf(factsWith(input));

/** The same facts with every list of records, and the fields of every object, the other way round. */
function turned(facts: ReleaseFacts): ReleaseFacts {
  const other = copyOfContainers(facts);
  for (const kind of listKinds) putRecords(other, kind, [...recordsOf(facts, kind)].reverse());
  return withTurnedFields(other) as ReleaseFacts;
}

function withTurnedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTurnedFields);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).reverse();
  return Object.fromEntries(fields.map(([key, inner]) => [key, withTurnedFields(inner)]));
}

describe('the facts that are signed', () => {
  it('are one text, whatever the order of records and fields', () => {
    fc.assert(
      fc.property(anySnapshot, ({ facts }) => {
        expect(textOf(turned(facts))).toBe(textOf(facts));
      }),
      { numRuns: 60 },
    );
  });

  it('are the release file in the order of the export, with ids and without what is unknown', () => {
    const id = '01a21934-e544-7286-9200-57c1f7135a18';
    const signed = text({ criteria: [{ id, reference: 'AC-01', text: 'One' }] });
    expect(signed.startsWith('{\n  "format": "sec-golive/release",\n  "version": 1,\n  "release": {')).toBe(true);
    expect(signed.endsWith('}\n')).toBe(true);
    expect(signed).toContain(id);
    expect(signed).not.toContain('null');
    const { format: _format, version: _version, ...facts } = JSON.parse(signed) as Record<string, unknown>;
    expect(releaseFactsSchema.safeParse(facts).success).toBe(true);
    expect(messageToSign('ab')).toBe('sec-golive/facts/1\nab');
  });

  it('leave out the signatures, the comments, what was sent, and what is dated after the day', () => {
    const submission = { on: '2026-05-01', presentedBy: ['SECAS'] };
    const signature = { organisation: 'DCC', by: 'Bo', on: '2026-05-01', key: 'k', factsSha256: null, signature: 's' };
    const base: FactsInput = { submissions: [submission], criteria: [{ reference: 'AC-01', selfStatus: 'met' }] };
    const same: readonly FactsInput[] = [
      { ...base, submissions: [{ ...submission, signatures: [signature] }] },
      { ...base, comments: [{ pack: 'P', text: 'Why?', on: '2026-04-01' }] },
      { ...base, sent: [{ text: 'newsletter', channel: 'email', on: '2026-04-01' }] },
      { ...base, decisions: [{ body: 'CSC', on: '2026-05-02', outcome: 'go' }] },
      { ...base, release: { goLive: { actualDate: '2026-06-25' }, closedOn: '2026-07-01' } },
      { ...base, publication: { releasesPageOn: '2026-05-02' } },
    ];
    for (const input of same) expect(text(input)).toBe(text(base));
    const different: readonly FactsInput[] = [
      { ...base, criteria: [{ reference: 'AC-01', selfStatus: 'notMet' }] },
      { ...base, decisions: [{ body: 'CSC', on: '2026-05-01', outcome: 'go' }] },
      { ...base, submissions: [{ ...submission, presentedBy: ['SECAS', 'DCC'] }] },
      { ...base, release: { goLive: { approvedDate: '2026-06-25' } } },
    ];
    for (const input of different) expect(text(input)).not.toBe(text(base));
  });

  it('hold every kind of record but what is said about packs and what was sent', () => {
    const facts = factsWith();
    const held = JSON.parse(textOf(facts)) as Record<string, unknown>;
    for (const kind of listKinds) {
      expect(recordsOf(facts, kind)).toEqual([]);
      const [first] = recordKinds[kind].path;
      expect(Object.keys(held), kind).toContain(first);
    }
  });

  it('tell what was changed after the signature, in words, and say where that cannot be known', () => {
    const before = factsToSign(factsWith({ criteria: [{ reference: 'AC-01', selfStatus: 'met' }] }), on);
    const after = factsWith({
      criteria: [{ reference: 'AC-01', selfStatus: 'notMet' }],
      decisions: [{ body: 'CSC', on: '2026-05-02', outcome: 'go' }],
    });
    expect(changedSince(before, after, on)).toEqual(['AC-01: moved from met to not met.']);
    expect(changedSince(null, after, on)).toEqual([expect.stringContaining('cannot be named')]);
  });
});

describe('signatures that were made apart', () => {
  const entry = (organisation: string, mark: string) => ({ organisation, by: mark });
  const version = (organisation: string, at: string, value: readonly object[] | null): Version => ({
    stamp: { store: organisation, seq: 1, at, by: 'x', organisation, ruler: null },
    value,
  });
  const join = (...versions: readonly Version[]) => joinSigned(versions, versions[0] as Version);

  it('both stand', () => {
    const joined = join(version('DCC', '1', [entry('DCC', 'd')]), version('SECAS', '2', [entry('SECAS', 's')]));
    expect(joined).toEqual([entry('DCC', 'd'), entry('SECAS', 's')]);
  });

  it('that are made anew replace their own side’s only, whatever the other side still holds of it', () => {
    const old = [entry('DCC', 'old'), entry('SECAS', 'old')];
    const [dcc, secas] = [
      version('DCC', '1', [entry('DCC', 'new'), entry('SECAS', 'old')]),
      version('SECAS', '2', [entry('DCC', 'old'), entry('SECAS', 'new')]),
    ];
    expect(join(dcc, secas)).toEqual([entry('DCC', 'new'), entry('SECAS', 'new')]);
    expect(join(secas, dcc)).toEqual(join(dcc, secas));
    expect(join(dcc, version('SECAS', '2', old))).toEqual([entry('DCC', 'new'), entry('SECAS', 'old')]);
  });

  it('of a side are never taken out or made up by the other', () => {
    const forged = version('SECAS', '9', [entry('DCC', 'forged'), entry('SECAS', 's')]);
    expect(join(version('DCC', '1', [entry('DCC', 'd')]), forged)).toEqual([entry('DCC', 'd'), entry('SECAS', 's')]);
    expect(join(version('DCC', '1', [entry('DCC', 'd')]), version('SECAS', '9', null))).toEqual([entry('DCC', 'd')]);
  });
});
