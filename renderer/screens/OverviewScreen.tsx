import { Button } from '@mantine/core';
import { formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { selfStatusStatus } from '../../shared/domain/findings/vocabulary.ts';
import { selfStatusOf, staleStatus } from '../../shared/domain/pack/vocabulary.ts';
import type { ReleaseState } from '../../shared/domain/readiness/releaseState.ts';
import { isOver } from '../../shared/domain/readiness/releaseState.ts';
import type { SelfStatus } from '../../shared/domain/records/criterion.ts';
import { useSettled } from '../components/FindingsPanel.tsx';
import { FoldedFindings } from '../components/FoldedFindings.tsx';
import { LeadTimeline } from '../components/LeadTimeline.tsx';
import { Empty, Panel } from '../components/Panel.tsx';
import { PanelActions } from '../components/PanelActions.tsx';
import { StatusPill } from '../components/StatusPill.tsx';
import { openModal } from '../stores/modalStore.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';
import { useFacts, useFindings, useReleaseState, useViewHistories } from '../stores/useFacts.ts';
import layout from '../styles/layout.module.css';
import tables from '../styles/tables.module.css';
import texts from '../styles/texts.module.css';
import { ConditionsPanel } from './ConditionsPanel.tsx';
import { PathPanel } from './PathPanel.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { positionCounts } from './positionCounts.ts';
import { StateNote } from './StateNote.tsx';

const statuses: readonly SelfStatus[] = ['met', 'notMet', 'inProgress', 'notSubmitted', 'notApplicable'];

const findingsTitle: Readonly<Record<ReleaseState, string>> = {
  inPreparation: 'What stands between you and the pack',
  submitted: 'What the CSC has before it',
  decided: 'What is left until Go-Live',
  live: 'How it stands after Go-Live',
  closed: 'How it stood when it was decided',
};

/** What stands between the release and its pack, exceptions first. */
export function OverviewScreen() {
  const facts = useFacts();
  const findings = useFindings();
  const asOf = useReleaseStore((state) => state.open?.readiness.asOf);
  const state = useReleaseState();
  const changed = useReleaseStore((state) => state.open?.readiness.rulebook.changed.length ?? 0);
  const { shown, toggle } = useSettled(findings, ['met', 'notApplicable']);
  return (
    <div className={layout.stack}>
      {changed > 0 ? (
        <p className={texts.about}>
          The rulebook is changed in {changed} {changed === 1 ? 'place' : 'places'}; Settings names each with its
          reason, and packs print it.
        </p>
      ) : null}
      <StateNote />
      {facts.release.about ? <p className={texts.about}>{facts.release.about}</p> : null}
      <PathPanel />
      <Panel
        title="Dates against their minimums"
        note={asOf ? `as of ${formatDate(asOf)} · working days: England and Wales` : null}
      >
        <LeadTimeline />
      </Panel>
      <div className={layout.columns}>
        <Panel
          title={findingsTitle[state]}
          action={
            <PanelActions>
              {toggle}
              {state === 'closed' ? null : (
                <Button variant="default" size="compact-xs" onClick={() => openModal('chase')}>
                  Chase list…
                </Button>
              )}
            </PanelActions>
          }
        >
          <FoldedFindings findings={shown} whenNone="Nothing: every rule is met or does not apply." />
        </Panel>
        <div className={layout.stack}>
          <ConditionsPanel />
          <CriteriaPanel />
          <CommitteesPanel />
          {isOver(state) ? null : <PlanPanel />}
        </div>
      </div>
    </div>
  );
}

function CriteriaPanel() {
  const { criteria } = useFacts();
  const counts = statuses
    .map((status) => ({ status, count: criteria.filter((criterion) => criterion.selfStatus === status).length }))
    .filter(({ count }) => count > 0);
  const unstated = criteria.filter((criterion) => criterion.selfStatus === null).length;
  return (
    <Panel title="Criteria" note={criteria.length}>
      {criteria.length === 0 ? (
        <Empty title="No acceptance criteria yet">Enter them on the Criteria screen.</Empty>
      ) : null}
      <div className={layout.pills}>
        {counts.map(({ status, count }) => (
          <StatusPill
            key={status}
            status={selfStatusStatus[status]}
            text={`${count} ${selfStatusStatus[status].word.toLowerCase()}`}
          />
        ))}
        {unstated > 0 ? <StatusPill status={selfStatusOf(null)} text={`${unstated} not stated`} /> : null}
      </div>
    </Panel>
  );
}

function CommitteesPanel() {
  const facts = useFacts();
  const findings = useFindings();
  const rows = positionCounts(facts, useViewHistories(), findings);
  return (
    <Panel title="Committees">
      {rows.length === 0 ? (
        <Empty title="No criterion is put to a body yet">
          Say on each criterion which bodies' input is sought (§5.3).
        </Empty>
      ) : (
        <table className={`${tables.table} ${tables.counts}`}>
          <thead>
            <tr>
              <th>Body</th>
              <th>Supports</th>
              <th>With conditions</th>
              <th>Against</th>
              <th>Other</th>
              <th>Stale</th>
              <th>Not asked</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.body}>
                <td className={tables.fit}>{row.body}</td>
                <td>{row.supports}</td>
                <td>{row.conditions}</td>
                <td>{row.against}</td>
                <td>{row.other}</td>
                <td>{row.stale > 0 ? <StatusPill status={staleStatus} text={String(row.stale)} /> : 0}</td>
                <td>{row.notAsked}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
