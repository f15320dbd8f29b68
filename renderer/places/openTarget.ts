import type { Target } from '../../shared/domain/findings/target.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { keyOf, type ListKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { lockOfKind } from '../fields/locks.ts';
import { goTo, useAppStore } from '../stores/appStore.ts';
import { beginRecord } from '../stores/begunRecords.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';
import { freshRecord } from './freshRecord.ts';
import { type FindingPlace, screenOfTarget } from './screenOf.ts';

/** Begun with a file or from a table: they have no form before they are there. */
const listOnly: ReadonlySet<string> = new Set<ListKind>(['evidence', 'testIssue']);

/** Goes to what a finding names: its record, or where it names none its screen. What is only to be seen is never begun. */
export function openPlace({ screen, target, toMend }: FindingPlace): void {
  const { open } = useReleaseStore.getState();
  const isThere = target !== null && open !== null && idOf(open.facts, target) !== null;
  if (target && (toMend || isThere)) openTarget(target);
  else goTo(screen);
}

/**
 * Opens the screen, the record and the field that a target names. For a record that is missing an empty form opens, with
 * what is known of it, where it is this person's to begin; otherwise the list that lacks it is shown. Nothing is stored
 * by going anywhere: the record comes with the first value that is entered.
 */
export function openTarget(target: Target): void {
  const { open } = useReleaseStore.getState();
  if (open) goTo(screenOfTarget(target), resolveTarget(target, open));
}

/** What is to open: the record by its id, a form in which it is begun, or the list (`id` null); null: the screen alone. */
export function resolveTarget(
  target: Target,
  open: { readonly id: string; readonly facts: ReleaseFacts },
): Target | null {
  const known = idOf(open.facts, target);
  if (known !== null) return { ...target, id: known };
  if (target.kind === 'release') return null;
  const fields = freshRecord(target.kind, target.key, open.facts);
  const role = useAppStore.getState().status?.profile?.role ?? null;
  const isListOnly = listOnly.has(target.kind);
  if (fields === null || isListOnly || lockOfKind(role, target.kind) !== null) return { ...target, field: null };
  return { ...target, id: beginRecord(open.id, target.kind, fields) };
}

/** The id where it is known, else that of the record with the target's key. */
function idOf(facts: ReleaseFacts, { kind, id, key }: Target): string | null {
  if (kind === 'release') return facts.release.id ?? null;
  if (id !== null || key === null) return id;
  const found = recordsOf(facts, kind).find((record) => keyOf(kind, record as never) === key);
  return typeof found?.id === 'string' ? found.id : null;
}
