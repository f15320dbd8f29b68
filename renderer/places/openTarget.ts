import type { Target } from '../../shared/domain/findings/target.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { keyOf } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { lockOfKind } from '../fields/useLock.ts';
import { goTo, type Screen, useAppStore } from '../stores/appStore.ts';
import { createRecord, useReleaseStore } from '../stores/releaseStore.ts';
import { freshRecord } from './freshRecord.ts';
import { screenOfTarget } from './screenOf.ts';

/** Goes to what a finding names: its record, or where it names none its screen. */
export async function openPlace({ screen, target }: { readonly screen: Screen; readonly target: Target | null }) {
  if (target) await openTarget(target);
  else goTo(screen);
}

/**
 * Opens the screen, the record and the field that a target names. A record that is missing is begun, with what is known
 * of it, where it is this person's to begin; otherwise the list that lacks it is shown.
 */
export async function openTarget(target: Target): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (!open) return;
  const screen = screenOfTarget(target);
  const known = idOf(open.facts, target);
  if (known !== null) return goTo(screen, { ...target, id: known });
  if (target.kind === 'release') return goTo(screen);
  const fields = freshRecord(target.kind, target.key, open.facts);
  const role = useAppStore.getState().status?.profile?.role ?? null;
  if (fields === null || lockOfKind(role, target.kind) !== null) return goTo(screen, { ...target, field: null });
  const id = await createRecord(target.kind, fields);
  goTo(screen, { ...target, id, field: id === null ? null : target.field });
}

/** The id where it is known, else that of the record with the target's key. */
function idOf(facts: ReleaseFacts, { kind, id, key }: Target): string | null {
  if (kind === 'release') return facts.release.id ?? null;
  if (id !== null || key === null) return id;
  const found = recordsOf(facts, kind).find((record) => keyOf(kind, record as never) === key);
  return typeof found?.id === 'string' ? found.id : null;
}
