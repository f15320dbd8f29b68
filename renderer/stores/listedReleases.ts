import { releaseStandingOf } from '../../shared/domain/readiness/releaseStanding.ts';
import { loadReleases, useAppStore } from './appStore.ts';
import { useReleaseStore } from './releaseStore.ts';

/**
 * Keeps the list of releases as true as the open one, and of the same day: its line is what the window knows of it already. A
 * closed release has a day of its own, and then the list is read anew with each change. Answers with what ends it.
 */
export function followOpenRelease(): () => void {
  return useReleaseStore.subscribe((now, before) => {
    const { open, asOf, revision } = now;
    if (asOf !== before.asOf) {
      useAppStore.setState({ listedOn: asOf });
      void loadReleases();
    }
    if (!open || open === before.open) return;
    const isOfTheDay = asOf === useAppStore.getState().listedOn && open.facts.release.closedOn === null;
    if (!isOfTheDay) {
      if (before.open?.id === open.id && revision !== before.revision) void loadReleases();
      return;
    }
    const standing = releaseStandingOf(open.facts, open.readiness, open.readiness.asOf);
    useAppStore.setState(({ releases }) => ({
      releases: releases.map((one) => (one.id === open.id ? { ...one, ...standing } : one)),
    }));
  });
}
