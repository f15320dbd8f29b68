import { useMemo } from 'react';
import { type DayMarks, dayMarksOf } from '../../../shared/domain/planning/dayMarks.ts';
import { goLiveInForce } from '../../../shared/domain/rulebook/context/goLiveInForce.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';

const none: DayMarks = new Map();

/** What each day is to the open release; nothing where none is open. */
export function useDayMarks(): DayMarks {
  const open = useReleaseStore((state) => state.open);
  return useMemo(() => {
    if (!open) return none;
    const { findings, asOf } = open.readiness;
    return dayMarksOf({ facts: open.facts, findings, goLives: goLiveInForce(open.facts, asOf).dates });
  }, [open]);
}
