import { useMemo, useState } from 'react';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import { type FindingGroup, groupFindings } from '../../shared/domain/findings/groupFindings.ts';
import type { Target } from '../../shared/domain/findings/target.ts';
import { findingStatus } from '../../shared/domain/findings/vocabulary.ts';
import { untilInWords } from '../../shared/domain/findings/waits.ts';
import { openPlace, resolveTarget } from '../places/openTarget.ts';
import { screenOf } from '../places/screenOf.ts';
import { useAppStore, useRole } from '../stores/appStore.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';
import { useIsStillAsked } from '../stores/useFacts.ts';
import buttons from '../styles/buttons.module.css';
import texts from '../styles/texts.module.css';
import styles from './FindingList.module.css';
import { AcceptHere, MendHere, mendingSpecs, useAcceptable } from './MendHere.tsx';
import { ShowMore } from './ShowMore.tsx';
import { StatusPill } from './StatusPill.tsx';

/** A long list is drawn in parts, so that opening a screen never waits for all of it. */
const shownAtOnce = 60;
const subjectsAtOnce = 12;

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly whenNone: string;
  /** The day of a pack that is looked at, whose findings nothing here mends. */
  readonly ofPack?: CalendarDate;
}

/** The sentence is the interface: each finding as a committee member would say it, one click from what mends it. */
export function FindingList({ findings, whenNone, ofPack }: FindingListProps) {
  const [limit, setLimit] = useState(shownAtOnce);
  const groups = useMemo(() => groupFindings(findings), [findings]);
  if (groups.length === 0) return <p className={texts.note}>{whenNone}</p>;
  return (
    <>
      <ul className={styles.list}>
        {named(groups.slice(0, limit)).map(({ name, group }) => (
          <GroupRow key={name} group={group} ofPack={ofPack} />
        ))}
      </ul>
      <ShowMore total={groups.length} limit={limit} setLimit={setLimit} />
    </>
  );
}

/** A line keeps its name while what it says changes, so that the form that stands open in it stays open. */
function named(groups: readonly FindingGroup[]): readonly { readonly name: string; readonly group: FindingGroup }[] {
  const taken = new Map<string, number>();
  return groups.map((group) => {
    const plain = `${group.rule} ${group.subjects[0] ?? ''}`;
    const before = taken.get(plain) ?? 0;
    taken.set(plain, before + 1);
    return { name: before === 0 ? plain : `${plain} ${before}`, group };
  });
}

/** Findings of one rule for the same reason read as one line; each of its subjects still opens what mends it. */
function GroupRow({ group, ofPack }: { readonly group: FindingGroup; readonly ofPack: CalendarDate | undefined }) {
  const [finding] = group.findings;
  const linked = ofPack === undefined;
  const today = useReleaseStore((state) => state.open?.readiness.asOf);
  const asOf = ofPack ?? today;
  const isStillAsked = useIsStillAsked();
  // A pack that is looked at says what it says.
  const asks = !linked || isStillAsked(finding.rule);
  const { mend, outcome, waitsFor, waitsUntil } = finding;
  const open = outcome === 'notMet' || outcome === 'cannotTell' || outcome === 'notDue';
  const several = group.subjects.length > 1;
  const source = sourceOf(group);
  const role = useRole();
  const [here, setHere] = useState<(Target & { readonly id: string }) | null>(null);
  const target = useMemo(() => screenOf(finding)?.target ?? null, [finding]);
  const canMend = linked && open && asks && !several;
  const specs = canMend || here ? mendingSpecs(here ?? target, role) : [];
  const acceptable = useAcceptable(canMend ? target : null, role);
  const toggle = () => {
    const release = useReleaseStore.getState().open;
    if (here || !release || !target) return setHere(null);
    const to = resolveTarget(target, release);
    if (to?.id) setHere({ ...to, id: to.id });
  };
  return (
    <li className={styles.finding} data-findings={group.findings.length}>
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
                  .map((each) => <Link key={each.subject} finding={each} label={each.subject ?? ''} isFirst />)
              : group.subjects.slice(0, subjectsAtOnce).join(', ')}
            {group.findings.length > subjectsAtOnce ? (
              <span className={texts.note}> and {group.findings.length - subjectsAtOnce} more</span>
            ) : null}
          </p>
        ) : null}
        {open && mend && !several && asks ? <p className={`${texts.note} ${styles.mend}`}>{mend}</p> : null}
        <small>
          {source}
          {several || !linked ? null : <Link finding={finding} label={null} isFirst={source === ''} />}
          {specs.length > 0 ? (
            <>
              {' · '}
              <button type="button" className={buttons.link} aria-expanded={here !== null} onClick={toggle}>
                {here ? 'Done here' : 'Record it here'}
              </button>
            </>
          ) : null}
          {acceptable ? (
            <>
              {' · '}
              <AcceptHere id={acceptable} />
            </>
          ) : null}
        </small>
        {here ? <MendHere target={here} specs={specs} /> : null}
      </div>
      <div className={styles.who}>
        {open && waitsFor && asks ? waitsFor : null}
        {open && waitsUntil && asOf && asks ? <small>{untilInWords(waitsUntil, asOf)}</small> : null}
      </div>
    </li>
  );
}

/** `§5.1, §6 · practice`: the clauses of all that is told in this line, and that it is no rule of the guidance. */
function sourceOf({ clause, findings }: FindingGroup): string {
  const bases = new Set(findings.map(({ basis }) => basis));
  return [clause, bases.has('guidance') ? null : [...bases].join(', ')].filter(Boolean).join(' · ');
}

interface LinkProps {
  readonly finding: Finding;
  /** Null: the name of the screen that it leads to. */
  readonly label: string | null;
  readonly isFirst: boolean;
}

/** Opens the screen, and where it can be told the record, that a finding speaks of; no link where one is there already. */
function Link({ finding, label, isFirst }: LinkProps) {
  const here = useAppStore((state) => state.screen);
  const place = screenOf(finding);
  if (!place || (place.target === null && place.screen === here)) return label;
  return (
    <>
      {isFirst ? null : ' · '}
      <button
        type="button"
        className={buttons.link}
        data-target={place.target ? JSON.stringify(place.target) : undefined}
        onClick={() => openPlace(place)}
      >
        {label ?? (place.screen === here ? 'Go to it' : place.label)}
      </button>
    </>
  );
}
