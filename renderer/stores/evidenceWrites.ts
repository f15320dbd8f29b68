import type { PurgedPlace } from '../../shared/contract/evidence.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { EvidenceStatus } from '../../shared/domain/records/evidence.ts';
import { call } from '../api.ts';
import { shownValues } from './recordIn.ts';
import { asking, readAnew, save, useReleaseStore } from './releaseStore.ts';

/** Moves evidence along its life; `acceptedOn`: the day on which it was accepted, where that was not today. Refused where its file is not the one that the window shows. */
export async function setEvidenceStatus(
  ids: readonly string[],
  status: EvidenceStatus,
  reason: string | null,
  onBehalf: boolean,
  acceptedOn: CalendarDate | null = null,
): Promise<AppError | null> {
  const { open } = useReleaseStore.getState();
  if (!open || ids.length === 0) return null;
  const valuesOf = shownValues(open.facts);
  const saw = Object.fromEntries(
    ids.map((id) => [id, (valuesOf('evidence', id, { sha256: null })?.sha256 ?? null) as string | null]),
  );
  const day = acceptedOn === null ? {} : { acceptedOn };
  const input = { ...asking(), releaseId: open.id, ids: [...ids], status, saw, reason, onBehalf, ...day };
  const moved = await save(call('evidence.setStatus', input));
  return moved.ok ? null : await readAnew(moved.error);
}

/** Submits those of these files that are drafts, and then accepts all of them. What was taken back meanwhile is not meant. */
export async function submitFiles(
  ids: readonly string[],
  accepts: boolean,
  onBehalf: boolean,
): Promise<AppError | null> {
  const evidence = useReleaseStore.getState().open?.facts.evidence ?? [];
  const here = evidence.flatMap(({ id, status }) => (id !== undefined && ids.includes(id) ? [{ id, status }] : []));
  const drafts = here.flatMap(({ id, status }) => (status === 'draft' ? [id] : []));
  const refused = await setEvidenceStatus(drafts, 'submitted', null, onBehalf);
  if (refused || !accepts) return refused;
  const all = here.map(({ id }) => id);
  return setEvidenceStatus(all, 'accepted', null, onBehalf);
}

/** Every place that held it, and what was done there. */
export async function purgeFile(id: string, reason: string): Promise<Result<readonly PurgedPlace[]>> {
  const purged = await save(call('evidence.purge', { ...asking(), id, reason }), 'neither');
  return purged.ok ? ok(purged.value.places) : purged;
}
