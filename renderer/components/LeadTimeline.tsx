import { drawTimeline } from '../../shared/domain/charts/timeline.ts';
import { timelineOf } from '../../shared/domain/pack/timelineOf.ts';
import { factsShownOn } from '../../shared/domain/readiness/factsShownOn.ts';
import { goLiveInForce } from '../../shared/domain/rulebook/context/goLiveInForce.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';
import { Chart } from './charts/Chart.tsx';
import { Empty } from './Panel.tsx';

/** Time drawn: the same drawing in window and pack. */
export function LeadTimeline() {
  const open = useReleaseStore((state) => state.open);
  if (!open) return null;
  const facts = factsShownOn(open.facts, open.readiness.asOf);
  const goLive = goLiveInForce(facts, open.readiness.asOf).date;
  if (!goLive)
    return <Empty title="No Go-Live date yet">Lead times count back from it; enter it on Dates & TAD.</Empty>;
  const source = {
    facts,
    asOf: open.readiness.asOf,
    rules: { goLive: { date: goLive } },
    findingsOf: (rule: string) => open.readiness.findings.filter((finding) => finding.rule === rule),
  };
  return <Chart draw={(width, theme) => drawTimeline(timelineOf(source), width, theme)} />;
}
