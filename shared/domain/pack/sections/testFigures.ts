import { type Drawing, paperTheme } from '../../charts/drawing.ts';
import { drawOpenIssues, type IssueBar } from '../../charts/openIssues.ts';
import { drawPhaseDates } from '../../charts/phaseDates.ts';
import { drawTestCounts } from '../../charts/testCounts.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import type { TestPhase } from '../../records/testing.ts';
import { type Block, paragraph } from '../blocks.ts';
import { openUnder } from '../issueCounts.ts';
import type { PackContext } from '../packContext.ts';
import { joined, shortened } from '../words.ts';

/** The width of a page in points, which every figure fills. */
const WIDTH = 507;

/** More rows than this make a figure too tall to stand with its table; the rest follow in another one. */
const MOST_ROWS = 24;

/** The phases on the calendar, and how far their tests have come. */
export function phaseFigures({ facts, asOf, rules }: PackContext): readonly Block[] {
  const phases = facts.testPhases.map(drawable);
  const dated = phases.filter((one) => one.plannedStart ?? one.plannedEnd ?? one.actualStart ?? one.actualEnd);
  const counted = phases.filter((one) => one.planned ?? one.run ?? one.passed ?? one.failed ?? one.notRun);
  return [
    ...figures(dated, 'Framed: planned. Filled: as it was, or as it stands.', (rows) =>
      drawPhaseDates(rows, asOf, rules.goLive.date, WIDTH, paperTheme),
    ),
    ...figures(counted, 'Filled: passed. Striped: failed. Empty: not run.', (rows) =>
      drawTestCounts(rows, WIDTH, paperTheme),
    ),
  ];
}

/** What is open against each cited maximum, and the severities for which none is cited. */
export function issueFigures(facts: ReleaseFacts): readonly Block[] {
  return figures(issueBars(facts), 'The bar is what is open; the mark is the cited maximum.', (rows) =>
    drawOpenIssues(rows, WIDTH, paperTheme),
  );
}

function issueBars(facts: ReleaseFacts): readonly IssueBar[] {
  const open = facts.testIssues.filter((issue) => issue.open !== false);
  const cited = new Set(facts.issueThresholds.map((one) => one.severity));
  const severities = [...new Set([...cited, ...open.map((issue) => issue.severity)])];
  const name = (severity: number | null) => (severity === null ? 'No severity' : `Severity ${severity}`);
  return severities
    .sort((left, right) => (left ?? 99) - (right ?? 99))
    .flatMap((severity): readonly IssueBar[] => {
      if (!cited.has(severity))
        return [{ label: name(severity), open: open.filter((one) => one.severity === severity).length, maximum: null }];
      return facts.issueThresholds
        .filter((one) => one.severity === severity)
        .map((one) => ({
          label: joined([name(severity), one.phase && shortened(one.phase, 28)]) ?? '',
          open: openUnder(one, facts),
          maximum: one.maximumOpen,
        }));
    });
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
