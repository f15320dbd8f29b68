import { useEffect, useRef } from 'react';
import type { Target } from '../../shared/domain/findings/target.ts';
import type { Role } from '../../shared/domain/records/profile.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { FieldSpec } from '../fields/fieldSpec.ts';
import { specsOf } from '../fields/fieldSpecs.ts';
import { lockOf, lockOfKind } from '../fields/locks.ts';
import { RecordFields } from '../fields/RecordFields.tsx';
import { releaseSpecs } from '../fields/releaseSpecs.ts';
import { focusOn } from '../focus/whenThere.ts';
import { isUnsaved, useRecord } from '../stores/begunRecords.ts';
import { setEvidenceStatus } from '../stores/evidenceWrites.ts';
import { tellError } from '../stores/notify.tsx';
import { recordIn } from '../stores/recordIn.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';
import buttons from '../styles/buttons.module.css';
import styles from './FindingList.module.css';
import { unsavedNote } from './RecordRow.tsx';

/** What is asked for of a record that is begun for a finding: what makes it count. Of any other, the field that is named. */
const asked: Partial<Readonly<Record<RecordKind, readonly string[]>>> = {
  exception: ['body', 'on', 'reference', 'reason'],
  view: ['position', 'on', 'paper', 'wording'],
  scopeDecision: ['body', 'on', 'sets'],
  meeting: ['body', 'on'],
  tadVersion: ['version', 'issuedToTagOn', 'publishedOn'],
  ridVersion: ['version', 'issuedOn', 'publishedOn'],
  submission: ['on', 'meeting', 'presentedBy'],
  decision: ['body', 'on', 'outcome', 'wording'],
};

/** What answers a finding just as well as the field that it names: the reason why a criterion is put to nobody. */
const instead: Readonly<Record<string, string>> = { 'criterion bodies': 'bodiesReason' };

/** The fields by which a finding is mended in its own place; none: it takes more than a field, or is not this person's. */
export function mendingSpecs(target: Target | null, role: Role | null): readonly FieldSpec[] {
  if (target === null || role === null) return [];
  const { kind, field, id } = target;
  if (kind === 'release') {
    const specs = Object.values(releaseSpecs).flat();
    return specs.filter((one) => one.field === field && lockOf(role, kind, one.field, {}) === null);
  }
  if (kind === 'view' && id === null && !target.key?.includes('/')) return [];
  if (lockOfKind(role, kind) !== null) return [];
  const names = asked[kind] ?? [];
  const answers = [field, instead[`${kind} ${field}`]];
  return specsOf(kind)
    .filter((one) => names.includes(one.field) || answers.includes(one.field) || one.field.startsWith(`${field}.`))
    .toSorted((left, right) => place(names, left) - place(names, right));
}

const place = (names: readonly string[], { field }: FieldSpec) =>
  names.includes(field) ? names.indexOf(field) : names.length;

/** An item that is submitted and waits for nothing but its acceptance. */
export function useAcceptable(target: Target | null, role: Role | null): string | null {
  return useReleaseStore(({ open }) => {
    if (role !== 'releaseManager' || target?.kind !== 'evidence' || target.field !== 'status' || !target.id)
      return null;
    return recordIn(open?.facts, 'evidence', target.id)?.status === 'submitted' ? target.id : null;
  });
}

export function AcceptHere({ id }: { readonly id: string }) {
  const accept = async () => {
    const refused = await setEvidenceStatus([id], 'accepted', null, false);
    if (refused) tellError(refused);
  };
  return (
    <button type="button" className={buttons.link} onClick={() => void accept()}>
      Accept it here
    </button>
  );
}

/** A finding is mended where it is read: the few fields that it waits for, each saved as it is left. */
export function MendHere({
  target,
  specs,
}: {
  readonly target: Target & { readonly id: string };
  readonly specs: readonly FieldSpec[];
}) {
  const { kind, id } = target;
  const record = useRecord(kind, id);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => focusOn(form.current?.querySelector<HTMLElement>('input:enabled, textarea:enabled') ?? null), []);
  if (record === null) return null;
  return (
    <div ref={form} className={styles.here}>
      {isUnsaved(record.id) ? <p className={styles.unsaved}>{unsavedNote}</p> : null}
      <RecordFields kind={kind} id={record.id} record={record} specs={specs} />
    </div>
  );
}
