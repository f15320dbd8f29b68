import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { Drawing, DrawingTheme } from '../../shared/domain/charts/drawing.ts';
import { drawTimeline } from '../../shared/domain/charts/timeline.ts';
import { timelineOf } from '../../shared/domain/pack/timelineOf.ts';
import { goLiveInForce } from '../../shared/domain/rulebook/context/goLiveInForce.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';
import { Empty } from './Panel.tsx';

/** Time drawn: the same drawing in window and pack. */
export function LeadTimeline() {
  const open = useReleaseStore((state) => state.open);
  // Redraws when the system switches between light and dark.
  useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  if (!open) return null;
  const goLive = goLiveInForce(open.facts, open.readiness.asOf).date;
  if (!goLive)
    return <Empty title="No go-live date yet">Lead times count back from it; enter it on Dates & TAD.</Empty>;
  const source = {
    facts: open.facts,
    asOf: open.readiness.asOf,
    rules: { goLive: { date: goLive } },
    findingsOf: (rule: string) => open.readiness.findings.filter((finding) => finding.rule === rule),
  };
  return (
    <div ref={ref}>
      {width > 0 ? <DrawingView drawing={drawTimeline(timelineOf(source), width, themeOfPage())} /> : null}
    </div>
  );
}

function DrawingView({ drawing }: { readonly drawing: Drawing }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing code escapes every text it is given.
  return <div role="img" aria-label={drawing.alt} dangerouslySetInnerHTML={{ __html: drawing.svg }} />;
}

/** The window's colours by role, as the stylesheet has them for light and dark. */
function themeOfPage(): DrawingTheme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: colour('--ink'),
    soft: colour('--soft'),
    line: colour('--line'),
    brand: colour('--brand'),
    paper: colour('--paper'),
    font: 'Inter Variable',
    size: 11,
    tones: {
      met: colour('--met'),
      notMet: colour('--not-met'),
      short: colour('--short'),
      cannotTell: colour('--cannot-tell'),
      covered: colour('--covered'),
      notDue: colour('--not-due'),
    },
  };
}
