import { useMemo } from 'react';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import { factsShownOn } from '../../shared/domain/readiness/factsShownOn.ts';
import { isStillAsked, type ReleaseState, releaseStateOf } from '../../shared/domain/readiness/releaseState.ts';
import { type ViewHistories, viewHistoriesOf } from '../../shared/domain/readiness/viewHistory.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';
import { useReleaseStore } from './releaseStore.ts';

/** The facts of the open release, to be edited. Screens are drawn only while one is open. */
export function useFacts(): ReleaseFacts {
  const facts = useReleaseStore((state) => state.open?.facts);
  if (!facts) throw new Error('A release screen without an open release');
  return facts;
}

/** The day that the screen shows: what is judged, counted and drawn on it is as of this day. */
export function useAsOf(): CalendarDate {
  const asOf = useReleaseStore((state) => state.open?.readiness.asOf);
  if (!asOf) throw new Error('A release screen without an open release');
  return asOf;
}

/** The facts as they stood on that day: for everything that counts or draws them, beside the findings of that day. */
export function useFactsThen(): ReleaseFacts {
  const facts = useFacts();
  const asOf = useAsOf();
  return useMemo(() => factsShownOn(facts, asOf), [facts, asOf]);
}

/** What each body was asked and said of each criterion, as of that day. */
export function useViewHistories(): ViewHistories {
  const { views } = useFacts();
  const asOf = useAsOf();
  return useMemo(() => viewHistoriesOf(views, asOf), [views, asOf]);
}

/** The day that was asked for, today unless somebody looks back: another than the screen's where the release is closed. */
export function useDayAskedFor(): CalendarDate {
  return useReleaseStore((state) => state.asOf) ?? londonDay(Date.now());
}

/** How far the release has come: it rules what the desk shows and what it no longer asks. */
export function useReleaseState(): ReleaseState {
  return releaseStateOf(useFacts(), useDayAskedFor());
}

/** Whether a rule still asks something of somebody for the open release; nothing is asked where none is open. */
export function useIsStillAsked(): (rule: string) => boolean {
  const facts = useReleaseStore((state) => state.open?.facts ?? null);
  const day = useDayAskedFor();
  const state = facts && releaseStateOf(facts, day);
  return (rule) => state !== null && isStillAsked(state, rule);
}

/** The open release's own record: its id, and its fields by name. */
export function useReleaseRecord(): { readonly id: string; readonly record: Readonly<Record<string, unknown>> } {
  const facts = useFacts();
  return { id: facts.release.id ?? '', record: flattenRelease(facts) };
}

const none: readonly Finding[] = [];

export function useFindings(): readonly Finding[] {
  return useReleaseStore((state) => state.open?.readiness.findings) ?? none;
}
