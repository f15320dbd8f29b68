import { useMemo, useState } from 'react';
import { formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import { type FindingGroup, groupFindings } from '../../shared/domain/findings/groupFindings.ts';
import { findingStatus } from '../../shared/domain/findings/vocabulary.ts';
import { openPlace } from '../places/openTarget.ts';
import { screenOf } from '../places/screenOf.ts';
import { useIsStillAsked } from '../stores/useFacts.ts';
import buttons from '../styles/buttons.module.css';
import texts from '../styles/texts.module.css';
import styles from './FindingList.module.css';
import { ShowMore } from './ShowMore.tsx';
import { StatusPill } from './StatusPill.tsx';

/** A long list is drawn in parts, so that opening a screen never waits for all of it. */
const shownAtOnce = 60;
const subjectsAtOnce = 12;

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly whenNone: string;
  /** False: the findings of a pack that is looked at, which nothing here mends. */
  readonly linked?: boolean;
}

/** The sentence is the interface: each finding as a committee member would say it, one click from what mends it. */
export function FindingList({ findings, whenNone, linked = true }: FindingListProps) {
  const [limit, setLimit] = useState(shownAtOnce);
  const groups = useMemo(() => groupFindings(findings), [findings]);
  if (groups.length === 0) return <p className={texts.note}>{whenNone}</p>;
  return (
    <>
      <ul className={styles.list}>
        {groups.slice(0, limit).map((group) => (
          <GroupRow key={`${group.rule} ${group.sentence} ${group.subjects[0] ?? ''}`} group={group} linked={linked} />
        ))}
      </ul>
      <ShowMore total={groups.length} limit={limit} setLimit={setLimit} />
    </>
  );
}

/** Findings of one rule for the same reason read as one line; each of its subjects still opens what mends it. */
function GroupRow({ group, linked }: { readonly group: FindingGroup; readonly linked: boolean }) {
  const [finding] = group.findings;
  const isStillAsked = useIsStillAsked();
  // A pack that is looked at says what it says.
  const asks = !linked || isStillAsked(finding.rule);
  const { clause, basis, mend, outcome, waitsFor, waitsUntil } = finding;
  const open = outcome === 'notMet' || outcome === 'cannotTell' || outcome === 'notDue';
  const several = group.subjects.length > 1;
  const rules = [...new Set(group.findings.map((each) => each.rule))].join(', ');
  return (
    <li className={styles.finding}>
      <span>
        <StatusPill status={findingStatus(finding)} />
      </span>
      <div>
        <p>{several ? `${group.findings.length} × ${group.sentence}` : group.sentence}</p>
        {several ? (
          <p className={styles.subjects}>
            {linked
              ? group.findings
                  .slice(0, subjectsAtOnce)
                  .map((each) => <Link key={each.subject} finding={each} label={each.subject ?? ''} />)
              : group.subjects.slice(0, subjectsAtOnce).join(', ')}
            {group.findings.length > subjectsAtOnce ? (
              <span className={texts.note}> and {group.findings.length - subjectsAtOnce} more</span>
            ) : null}
          </p>
        ) : null}
        {open && mend && !several && asks ? <p className={`${texts.note} ${styles.mend}`}>{mend}</p> : null}
        <small>
          {[clause, basis === 'guidance' ? null : basis, rules].filter(Boolean).join(' · ')}
          {several || !linked ? null : <Link finding={finding} label={null} />}
        </small>
      </div>
      <div className={styles.who}>
        {open && waitsFor && asks ? waitsFor : null}
        {open && waitsUntil && asks ? <small>by {formatDate(waitsUntil)}</small> : null}
      </div>
    </li>
  );
}

/** Opens the screen, and where it can be told the record, that mends a finding. */
function Link({ finding, label }: { readonly finding: Finding; readonly label: string | null }) {
  const place = screenOf(finding);
  if (!place) return label;
  return (
    <>
      {label === null ? ' · ' : null}
      <button
        type="button"
        className={buttons.link}
        data-target={place.target ? JSON.stringify(place.target) : undefined}
        onClick={() => openPlace(place)}
      >
        {label ?? place.label}
      </button>
    </>
  );
}
