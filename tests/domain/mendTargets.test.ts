import { expect, it } from 'vitest';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { copyOfContainers, putRecords, recordsOf } from '../../shared/domain/records/canonical.ts';
import { listKinds, type RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';
import { withRecord } from '../../shared/domain/records/withRecord.ts';
import type { Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import fc from '../support/properties.ts';
import { anySnapshot, spokenSnapshot } from './arbitraries.ts';

type Fields = Readonly<Record<string, unknown>>;

const releaseId = 'the release';

/** Each record under an id of its own, as a store holds it. */
function withIds(snapshot: Snapshot): Snapshot {
  const facts = copyOfContainers(snapshot.facts);
  for (const kind of listKinds)
    putRecords(
      facts,
      kind,
      recordsOf(snapshot.facts, kind).map((record, at) => ({ ...record, id: `${kind} ${at}` })),
    );
  // A closed release is judged on the day of its decision, whatever is edited.
  return { ...snapshot, facts: { ...facts, release: { ...facts.release, id: releaseId, closedOn: null } } };
}

function fieldsIn(facts: ReleaseFacts, kind: RecordKind, id: string): Fields | null {
  if (kind === 'release') return flattenRelease(facts);
  return recordsOf(facts, kind).find((record) => record.id === id) ?? null;
}

/** A record with another value in one field; the whole of a part (`needs` of `needs.kinds`) where that was not there. */
function withField(record: Fields, field: string, from: Fields): Fields {
  if (field in record) return { ...record, [field]: from[field] };
  const [part = '', name = ''] = field.split('.');
  const [own, other] = [record[part] as Fields | null, from[part] as Fields | null];
  return { ...record, [part]: own && other ? { ...own, [name]: other[name] } : other };
}

/** What a criterion is shown with, and other records hold: the evidence that is linked to it. */
function withLinked(facts: ReleaseFacts, criterion: Fields, other: Fields): ReleaseFacts {
  const result = copyOfContainers(facts);
  const linked = { ...other, id: 'another item', criteria: [criterion.reference] };
  putRecords(result, 'evidence', [...recordsOf(facts, 'evidence'), linked]);
  return result;
}

const said = ({ outcome, sentence }: Finding) => `${outcome}: ${sentence}`;

/** What the rule says of the same subject after one field of one record became what it is in another release. */
function saysOtherwise(snapshot: Snapshot, finding: Finding, others: readonly Fields[]): boolean {
  const { kind, field } = finding.mendAt as { readonly kind: RecordKind; readonly field: string };
  const id = kind === 'release' ? releaseId : String(finding.mendAt?.id);
  const record = fieldsIn(snapshot.facts, kind, id);
  if (!record) throw new Error(`${finding.rule} leads to a ${kind} that is not there.`);
  return others.some((other) => {
    const facts =
      kind === 'criterion' && field === 'evidence'
        ? withLinked(snapshot.facts, record, other)
        : withRecord(snapshot.facts, kind, id, withField(record, field, other));
    const after = computeReadiness({ ...snapshot, facts }).findings;
    return !after.some(
      (one) => one.rule === finding.rule && one.subject === finding.subject && said(one) === said(finding),
    );
  });
}

it('what a finding leads to is what it was judged by: another value there changes what is said', () => {
  const seed = 20_261_126;
  const snapshots = [
    ...fc.sample(anySnapshot, { numRuns: 120, seed }),
    ...fc.sample(spokenSnapshot, { numRuns: 120, seed }),
  ].map(withIds);
  const recordsOfKind = (kind: RecordKind): readonly Fields[] =>
    snapshots.flatMap(({ facts }): readonly Fields[] =>
      kind === 'release' ? [flattenRelease(facts)] : recordsOf(facts, kind),
    );
  const pools = new Map<RecordKind, readonly Fields[]>();
  const poolOf = (kind: RecordKind) => {
    const known = pools.get(kind) ?? recordsOfKind(kind).slice(0, 60);
    pools.set(kind, known);
    return known;
  };
  const open = new Map<string, string>();
  const shown = new Set<string>();
  for (const snapshot of snapshots)
    for (const finding of computeReadiness(snapshot).findings) {
      const { mendAt, rule } = finding;
      if (mendAt?.field == null || (mendAt.kind !== 'release' && mendAt.id === null)) continue;
      const lead = `${rule} → ${mendAt.kind}#${mendAt.field}`;
      if (shown.has(lead)) continue;
      if (!saysOtherwise(snapshot, finding, poolOf(mendAt.field === 'evidence' ? 'evidence' : mendAt.kind))) {
        open.set(lead, finding.sentence);
        continue;
      }
      shown.add(lead);
      open.delete(lead);
    }
  expect(shown.size).toBeGreaterThan(60);
  expect(Object.fromEntries(open)).toEqual({});
});
