import { type Drawing, paperTheme } from '../../charts/drawing.ts';
import { drawOpenIssues } from '../../charts/openIssues.ts';
import { drawPhaseDates } from '../../charts/phaseDates.ts';
import { drawTestCounts } from '../../charts/testCounts.ts';
import { phaseAsOf } from '../../records/asOf.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import type { TestPhase } from '../../records/testing.ts';
import { issueBarsOf } from '../../testing/issueBars.ts';
import { issueFiguresOf } from '../../testing/thresholdFigures.ts';
import { type Block, paragraph } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { joined, shortened } from '../words.ts';

/** The width of a page in points, which every figure fills. */
const WIDTH = 507;

/** More rows than this make a figure too tall to stand with its table; the rest follow in another one. */
const MOST_ROWS = 24;

/** The phases on the calendar, and how far their tests have come. */
export function phaseFigures({ facts, asOf, rules }: PackContext): readonly Block[] {
  const phases = facts.testPhases.map(drawable);
  const dated = phases.filter((phase) => {
    const { plannedStart, plannedEnd, actualStart, actualEnd } = phaseAsOf(phase, asOf);
    return plannedStart ?? plannedEnd ?? actualStart ?? actualEnd;
  });
  const counted = phases.filter((one) => one.planned ?? one.run ?? one.passed ?? one.failed ?? one.notRun);
  return [
    ...figures(dated, 'Framed: planned. Filled: as it was, or as it stands.', (rows) =>
      drawPhaseDates(rows, asOf, rules.goLive.date, WIDTH, paperTheme),
    ),
    ...figures(counted, 'Filled: passed. Striped: failed. Empty: not run, another result, or none recorded.', (rows) =>
      drawTestCounts(rows, WIDTH, paperTheme),
    ),
  ];
}

/** What is open against each cited maximum, and what is open where none is cited: every open issue is in a bar. */
export function issueFigures(facts: ReleaseFacts): readonly Block[] {
  const bars = issueBarsOf(facts.issueThresholds, issueFiguresOf(facts));
  const drawn = bars.map((bar) => ({ ...bar, label: shortened(bar.label, 44) }));
  const total = bars.filter((bar) => !bar.part).reduce((sum, bar) => sum + bar.open, 0);
  const key = `The bar is what is open; the mark is the cited maximum. ${total} open in all.`;
  return figures(drawn, key, (rows) => drawOpenIssues(rows, WIDTH, paperTheme));
}

/** A name that the drawing has room for; the whole one stands in the table. */
function drawable(phase: TestPhase): TestPhase {
  return { ...phase, name: shortened(joined([phase.name ?? 'unnamed', phase.region]) ?? '', 28), region: null };
}

function figures<Row>(rows: readonly Row[], key: string, draw: (rows: readonly Row[]) => Drawing): readonly Block[] {
  if (rows.length === 0) return [];
  const drawn: Block[] = [];
  for (let from = 0; from < rows.length; from += MOST_ROWS)
    drawn.push({ kind: 'figure', ...draw(rows.slice(from, from + MOST_ROWS)) });
  return [...drawn, paragraph([{ text: key, soft: true }], 'note')];
}
