import {
  type CalendarDate,
  daysBetween,
  formatDate,
  formatDays,
  isCalendarDate,
} from '../../shared/domain/calendar/calendarDate.ts';
import { outcomeStatus } from '../../shared/domain/readiness/vocabulary.ts';
import { goLiveInForce } from '../../shared/domain/rulebook/context/goLiveInForce.ts';
import { StatusPill } from '../components/StatusPill.tsx';
import { openPalette } from '../stores/paletteStore.ts';
import { judgeOn, useReleaseStore } from '../stores/releaseStore.ts';

/** The release and its countdown, always in sight. */
export function Header() {
  const open = useReleaseStore((state) => state.open);
  const saving = useReleaseStore((state) => state.saving > 0);
  if (!open) {
    return (
      <header className="shell-header">
        <h1>SEC Go-Live</h1>
      </header>
    );
  }
  const { release, meetings } = open.facts;
  const next = nextCsc(meetings, open.readiness.asOf);
  return (
    <header className="shell-header">
      <h1 title={release.name}>{release.name}</h1>
      {release.slot === null ? <span className="mark">Ad-hoc</span> : null}
      {release.kind ? <span className="mark">{release.kind === 'system' ? 'System' : 'Documentation'}</span> : null}
      {release.technicalSpecifications ? <span className="mark">Technical Specifications</span> : null}
      {open.archived ? <span className="mark">Archived</span> : null}
      <button type="button" className="find" onClick={() => openPalette()}>
        <span>Find anything</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="shell-facts">
        <span className="note" role="status">
          {saving ? 'Saving…' : 'All changes saved'}
        </span>
        <AsOf key={open.id} today={open.readiness.asOf} />
        <div>
          <small>Readiness</small>
          <ReadinessPill blockers={open.readiness.summary.blockers} cannotTell={open.readiness.summary.cannotTell} />
        </div>
        {next ? (
          <div>
            <small>CSC meeting</small>
            {formatDate(next)}
          </div>
        ) : null}
        <Countdown goLive={goLiveInForce(open.facts, open.readiness.asOf).date} asOf={open.readiness.asOf} />
      </div>
    </header>
  );
}

/** The day the findings are judged on: today, unless somebody looks back or ahead. */
function AsOf({ today }: { readonly today: CalendarDate }) {
  const asOf = useReleaseStore((state) => state.asOf);
  const choose = (text: string) => {
    if (text === '') void judgeOn(null);
    else if (isCalendarDate(text)) void judgeOn(text);
  };
  return (
    <label className="as-of" data-chosen={asOf !== null}>
      <small>{asOf ? 'Judged as of' : 'As of today'}</small>
      <input
        type="date"
        defaultValue={asOf ?? today}
        min="1900-01-01"
        max="2199-12-31"
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </label>
  );
}

function ReadinessPill({ blockers, cannotTell }: { readonly blockers: number; readonly cannotTell: number }) {
  if (blockers > 0)
    return <StatusPill status={outcomeStatus.notMet} text={`${blockers} ${blockers === 1 ? 'blocker' : 'blockers'}`} />;
  if (cannotTell > 0) return <StatusPill status={outcomeStatus.cannotTell} text={`${cannotTell} cannot tell`} />;
  return <StatusPill status={outcomeStatus.met} text="No blocker" />;
}

/** Days to the Go-Live from the day that is judged on. */
function Countdown({ goLive, asOf }: { readonly goLive: CalendarDate | null; readonly asOf: CalendarDate }) {
  if (!goLive) {
    return (
      <div className="countdown">
        <small>Go-Live</small>
        <b>no date yet</b>
      </div>
    );
  }
  const days = daysBetween(asOf, goLive);
  return (
    <div className="countdown">
      <small>Go-Live {formatDate(goLive)}</small>
      <b>{days === 0 ? 'today' : `${formatDays(days)}${days < 0 ? ' ago' : ''}`}</b>
    </div>
  );
}

function nextCsc(
  meetings: readonly { readonly body: string | null; readonly on: CalendarDate | null }[],
  today: string,
): CalendarDate | null {
  const dates = meetings.flatMap((meeting) => (meeting.body === 'CSC' && meeting.on ? [meeting.on] : [])).sort();
  return dates.find((date) => date >= today) ?? dates.at(-1) ?? null;
}
