import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { call } from '../api.ts';
import { loadReleases } from './appStore.ts';
import { noteMade } from './noteDeeds.ts';
import { tellDone } from './notify.tsx';
import { leaveRelease, useReleaseStore } from './releaseStore.ts';
import { doing } from './underWay.ts';

/** Takes a wrong release away; the history keeps it, and taking that back brings it back whole. */
export function removeRelease(id: string): Promise<AppError | null> {
  return doing(async (underWay) => {
    const removed = await call('release.remove', { release: id });
    if (!removed.ok) return removed.error;
    noteMade(underWay, removed.value, `the removal of ${removed.value.name}`);
    if (useReleaseStore.getState().open?.id === id) leaveRelease();
    await loadReleases();
    tellDone(`Removed ${removed.value.name}. Ctrl+Z brings it back.`, 'undo');
    return null;
  });
}
