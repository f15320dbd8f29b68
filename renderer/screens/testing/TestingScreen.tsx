import { Button } from '@mantine/core';
import { drawOpenIssues } from '../../../shared/domain/charts/openIssues.ts';
import { drawPhaseDates } from '../../../shared/domain/charts/phaseDates.ts';
import { drawTestCounts } from '../../../shared/domain/charts/testCounts.ts';
import type { TestPhase } from '../../../shared/domain/records/testing.ts';
import { goLiveInForce } from '../../../shared/domain/rulebook/context/goLiveInForce.ts';
import { issueBarsOf } from '../../../shared/domain/testing/issueBars.ts';
import { phaseGaps } from '../../../shared/domain/testing/phaseGaps.ts';
import { figureOf, figuresOfCells } from '../../../shared/domain/testing/thresholdFigures.ts';
import { Chart } from '../../components/charts/Chart.tsx';
import { FindingsPanel } from '../../components/FindingsPanel.tsx';
import { dateTrack } from '../../components/grid/column.ts';
import { GridPanel } from '../../components/grid/GridPanel.tsx';
import { specColumn } from '../../components/grid/specColumn.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { beginImport } from '../../stores/importStore.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useFacts, useFactsThen } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { useOpened } from '../useOpened.ts';
import { IssuesPanel } from './IssuesPanel.tsx';

const phaseColumns = [
  specColumn('testPhase', 'name', 'minmax(70px, 1fr)'),
  specColumn('testPhase', 'region', 'minmax(50px, 0.6fr)'),
  specColumn('testPhase', 'plannedStart', dateTrack('1.2fr'), { title: 'Planned from' }),
  specColumn('testPhase', 'plannedEnd', dateTrack('1.2fr'), { title: 'to' }),
  specColumn('testPhase', 'actualStart', dateTrack('1.2fr'), { title: 'Ran from' }),
  specColumn('testPhase', 'actualEnd', dateTrack('1.2fr'), { title: 'to' }),
  specColumn('testPhase', 'planned', '54px'),
  specColumn('testPhase', 'passed', '50px'),
  specColumn('testPhase', 'failed', '46px'),
  specColumn('testPhase', 'notRun', '50px'),
  // It stands in the row's own form too, and what is missing of it above: the one that goes in the smallest window.
  specColumn('testPhase', 'exitReport', '80px', { spare: 1 }),
];
const maximumColumns = [
  specColumn('issueThreshold', 'phase', 'minmax(100px, 1fr)', {
    view: (row: object) => ('phase' in row && typeof row.phase === 'string' ? row.phase : 'every phase'),
  }),
  specColumn('issueThreshold', 'severity', '70px'),
  specColumn('issueThreshold', 'maximumOpen', '100px'),
  specColumn('issueThreshold', 'source', 'minmax(160px, 2fr)'),
  specColumn('issueThreshold', 'criterion', '90px'),
];

/** Whether there is a day to draw of it. */
const isDated = (phase: TestPhase) =>
  [phase.plannedStart, phase.plannedEnd, phase.actualStart, phase.actualEnd].some((day) => day !== null);

/** Test phases with their dates and counts, open issues against the maximums that are cited, and what is missing. */
export function TestingScreen() {
  const facts = useFacts();
  const asOf = useReleaseStore((state) => state.open?.readiness.asOf ?? null);
  const counts = useEngineAnswer('issues.counts', { releaseId: facts.release.id ?? '' });
  const [phase, openPhase] = useOpened('testPhase');
  const [maximum, openMaximum] = useOpened('issueThreshold');
  const { testPhases, issueThresholds } = facts;
  const then = useFactsThen();
  const figures = figuresOfCells(counts?.cells ?? [], facts);
  // What a maximum may name: a phase or criterion that is misspelt would count nothing.
  const named = [...testPhases, ...(counts?.cells ?? [])].map((one) => ('name' in one ? one.name : one.phase));
  const suggestions = {
    criterion: facts.criteria.map((criterion) => criterion.reference),
    phase: [...new Set(named.flatMap((phase) => (phase?.trim() ? [phase.trim()] : [])))],
  };
  const goLive = asOf ? goLiveInForce(facts, asOf).date : null;
  const bars = issueBarsOf(issueThresholds, figures);
  const unclear = issueThresholds.map((one) => figureOf(one, figures)).filter((one) => one.why !== null);
  return (
    <div className={layout.stack}>
      <div className={`${layout.halves} ${layout.even}`}>
        <Panel title="Tests" note="passed and failed, of those planned">
          {testPhases.length === 0 ? (
            <Empty title="No test phase yet">Import the results of a test run, or add a phase below.</Empty>
          ) : (
            <Chart draw={(width, theme) => drawTestCounts(then.testPhases, width, theme)} />
          )}
        </Panel>
        <Panel title="Open issues" note="the mark is the maximum that is cited">
          {bars.length === 0 ? (
            <Empty title="No issue and no maximum yet">
              Import the issues from Jira, Azure DevOps or ALM; enter the TAD's maximums below.
            </Empty>
          ) : (
            <>
              <Chart draw={(width, theme) => drawOpenIssues(bars, width, theme)} />
              <ul className={lists.quiet} aria-label="Maximums that cannot be compared">
                {unclear.map(({ threshold, why, field }) => (
                  <li key={threshold.id}>
                    Cannot tell: {field === null ? '' : 'the maximum '}
                    {why}.
                  </li>
                ))}
              </ul>
            </>
          )}
        </Panel>
      </div>
      {then.testPhases.some(isDated) && asOf ? (
        <Panel title="Phases in time" note="framed: planned · filled: as it was">
          <Chart draw={(width, theme) => drawPhaseDates(then.testPhases, asOf, goLive, width, theme)} />
        </Panel>
      ) : null}
      <MissingPanel cells={counts?.cells ?? []} />
      <GridPanel
        kind="testPhase"
        title="Test phases"
        plural="test phases"
        records={testPhases}
        columns={phaseColumns}
        opened={phase}
        open={openPhase}
        suggestions={{ exitReport: facts.evidence.map(({ reference }) => reference) }}
        whenEmpty="SIT, UIT and others, with planned and actual dates and the counts."
        actions={(behalf) => (
          <Button variant="default" size="compact-xs" onClick={() => beginImport('results', { onBehalf: behalf.isOn })}>
            Import results…
          </Button>
        )}
      />
      <IssuesPanel total={counts?.total ?? 0} open={counts?.open ?? 0} />
      <GridPanel
        kind="issueThreshold"
        title="Maximum open issues"
        note="as the TAD says"
        plural="maximums"
        records={issueThresholds}
        columns={maximumColumns}
        opened={maximum}
        open={openMaximum}
        whenEmpty="How many issues of a severity may stay open, and where that is written."
        suggestions={suggestions}
      />
      <FindingsPanel title="What the rulebook says of testing" screen="testing" />
    </div>
  );
}

type Cells = Parameters<typeof phaseGaps>[2];

/** What is missing for each phase; good practice, and said so. */
function MissingPanel({ cells }: { readonly cells: Cells }) {
  const facts = useFactsThen();
  const asOf = useReleaseStore((state) => state.open?.readiness.asOf ?? null);
  if (facts.testPhases.length === 0 || !asOf) return null;
  const phases = facts.testPhases.map((phase) => ({ phase, gaps: phaseGaps(phase, facts, cells, asOf) }));
  const open = phases.filter(({ gaps }) => gaps.length > 0);
  return (
    <Panel title="What is missing for each phase" note="practice, not a rule of the SEC">
      {open.length === 0 ? <p className={texts.note}>Nothing: dates, counts and exit reports are all there.</p> : null}
      <ul className={lists.quiet}>
        {open.map(({ phase, gaps }) => (
          <li key={phase.id}>
            <b>{[phase.name ?? 'Unnamed', phase.region].filter(Boolean).join(', ')}</b> {gaps.join(' ')}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
