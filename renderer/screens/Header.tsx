import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { commands, keyInWords } from '../../shared/contract/commands.ts';
import {
  type CalendarDate,
  daysBetween,
  formatDate,
  isCalendarDate,
} from '../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import type { Summary } from '../../shared/domain/findings/finding.ts';
import { outcomeStatus } from '../../shared/domain/findings/vocabulary.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { readTypedDate } from '../../shared/domain/importing/readTypedDate.ts';
import { goLiveDistance } from '../../shared/domain/readiness/goLiveDistance.ts';
import {
  isOver,
  type ReleaseState,
  releaseStateOf,
  releaseStateWords,
  summariseAsked,
} from '../../shared/domain/readiness/releaseState.ts';
import { isBody } from '../../shared/domain/records/bodies.ts';
import { roleWords } from '../../shared/domain/records/profile.ts';
import { goLiveInForce } from '../../shared/domain/rulebook/context/goLiveInForce.ts';
import { StatusPill } from '../components/StatusPill.tsx';
import { DateInput } from '../fields/dates/DateInput.tsx';
import { useAppStore } from '../stores/appStore.ts';
import { useMessageStore } from '../stores/messageStore.ts';
import { openModal } from '../stores/modalStore.ts';
import { tellError } from '../stores/notify.tsx';
import { openPalette } from '../stores/paletteStore.ts';
import { judgeOn, useReleaseStore } from '../stores/releaseStore.ts';
import { goBack, goForward, useWayStore } from '../stores/wayStore.ts';
import { dateContext } from '../stores/workingDayStore.ts';
import buttons from '../styles/buttons.module.css';
import texts from '../styles/texts.module.css';
import styles from './Header.module.css';

/** The release and its countdown, always in sight. */
export function Header() {
  const open = useReleaseStore((state) => state.open);
  const saving = useReleaseStore((store) => store.saving > 0);
  const day = useReleaseStore((store) => store.asOf);
  if (!open) {
    return (
      <header className={styles.header}>
        <h1>SEC Go-Live</h1>
        <div className={styles.facts}>
          <Me />
        </div>
      </header>
    );
  }
  const state = releaseStateOf(open.facts, day ?? londonDay(Date.now()));
  const { release, meetings } = open.facts;
  const next = nextCsc(meetings, open.readiness.asOf);
  return (
    <header className={styles.header}>
      <Way />
      <div className={styles.name}>
        <h1 title={release.name}>{release.name}</h1>
        <div className={styles.marks}>
          {release.slot === null ? <span className={styles.mark}>Ad-hoc</span> : null}
          {release.kind ? (
            <span className={styles.mark}>{release.kind === 'system' ? 'System' : 'Documentation'}</span>
          ) : null}
          {release.technicalSpecifications ? <span className={styles.mark}>Technical Specifications</span> : null}
          <span className={styles.mark} data-state={state}>
            {releaseStateWords[state]}
          </span>
          {open.archived ? <span className={styles.mark}>Archived</span> : null}
          <span className={texts.note} role="status">
            {saving ? 'Saving…' : 'All changes saved'}
          </span>
          <Errors />
        </div>
      </div>
      <button type="button" className={styles.find} onClick={() => openPalette()}>
        <span>Find anything</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className={styles.facts}>
        <Me />
        <AsOf key={`${open.id} ${state === 'closed'}`} today={open.readiness.asOf} isClosed={state === 'closed'} />
        <div>
          <small>{readinessLabel(state)}</small>
          <ReadinessPill
            {...(state === 'closed' ? open.readiness.summary : summariseAsked(open.readiness.findings, state))}
          />
        </div>
        {next && !isOver(state) ? (
          <div>
            <small>CSC meeting</small>
            {formatDate(next)}
          </div>
        ) : null}
        <Countdown
          goLive={goLiveInForce(open.facts, open.readiness.asOf).date}
          asOf={day ?? londonDay(Date.now())}
          state={state}
        />
      </div>
    </header>
  );
}

/** What is counted: of a release that is live, what can still be done for it; the Overview lists all that is not met. */
function readinessLabel(state: ReleaseState): string {
  if (state === 'closed') return 'When decided';
  return state === 'live' ? 'Still asked' : 'Readiness';
}

/** Who everything is recorded for, one click from changing it. */
function Me() {
  const profile = useAppStore((state) => state.status?.profile ?? null);
  if (!profile) return null;
  return (
    <button type="button" className={styles.me} title="Your profile" onClick={() => openModal('profile')}>
      <small>
        {profile.organisation} · {roleWords[profile.role].toLowerCase()}
      </small>
      {profile.name}
    </button>
  );
}

/** Back and forward between the places where one was, as Alt+← and Alt+→ do. */
function Way() {
  const { past, future } = useWayStore();
  return (
    <div className={styles.way}>
      <Step id="back" isAtEnd={past.length === 0} go={goBack} Icon={IconChevronLeft} />
      <Step id="forward" isAtEnd={future.length === 0} go={goForward} Icon={IconChevronRight} />
    </div>
  );
}

interface StepProps {
  readonly id: 'back' | 'forward';
  readonly isAtEnd: boolean;
  readonly go: () => void;
  readonly Icon: typeof IconChevronLeft;
}

function Step({ id, isAtEnd, go, Icon }: StepProps) {
  const { label, keys } = commands[id];
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={isAtEnd ? `${label}: there is no place to go to` : `${label} (${keyInWords(keys[0])})`}
      disabled={isAtEnd}
      onClick={go}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}

/** What was told as an error and left since; one click from reading it again. */
function Errors() {
  const count = useMessageStore((state) => state.errors.length);
  if (count === 0) return null;
  return (
    <button type="button" className={buttons.link} onClick={() => openModal('messages')}>
      {countOf(count, 'error')}
    </button>
  );
}

/** The day the findings are judged on: today, unless somebody looks back or ahead; of a closed release its decision's. */
function AsOf({ today, isClosed }: { readonly today: CalendarDate; readonly isClosed: boolean }) {
  const asOf = useReleaseStore((state) => state.asOf);
  const id = useId();
  /** What is typed while it names no day; null: nothing is. */
  const [unread, setUnread] = useState<string | null>(null);
  const choose = (text: string) => {
    const day = isCalendarDate(text) ? text : null;
    setUnread(day ? null : text);
    if (day || text === '') void judgeOn(day);
  };
  /** A cleared date means today as well; what names no day is told, and the day that is judged on stands again. */
  const leave = () => {
    if (unread === null) return;
    setUnread(null);
    const read = readTypedDate(unread, dateContext(asOf));
    if (read.ok) void judgeOn(read.value);
    else if (unread !== '') tellError(read.error);
  };
  return (
    <div className={styles.asOf} data-as-of data-chosen={asOf !== null}>
      <small>
        <label htmlFor={id}>{isClosed ? 'Stands as of' : asOf ? 'Judged as of' : 'As of today'}</label>
        {asOf ? (
          <button type="button" className={buttons.link} onClick={() => void judgeOn(null)}>
            Back to today
          </button>
        ) : null}
      </small>
      <DateInput
        id={id}
        variant="unstyled"
        error={false}
        value={unread ?? asOf ?? today}
        change={choose}
        onBlur={leave}
      />
    </div>
  );
}

function ReadinessPill({ blockers, cannotTell }: Pick<Summary, 'blockers' | 'cannotTell'>) {
  if (blockers > 0) return <StatusPill status={outcomeStatus.notMet} text={countOf(blockers, 'blocker')} />;
  if (cannotTell > 0) return <StatusPill status={outcomeStatus.cannotTell} text={`${cannotTell} cannot tell`} />;
  return <StatusPill status={outcomeStatus.met} text="No blocker" />;
}

interface CountdownProps {
  readonly goLive: CalendarDate | null;
  readonly asOf: CalendarDate;
  readonly state: ReleaseState;
}

/** Days to the Go-Live from the day that is judged on. */
function Countdown({ goLive, asOf, state }: CountdownProps) {
  if (!goLive) {
    return (
      <div className={styles.countdown}>
        <small>Go-Live</small>
        <b>no date yet</b>
      </div>
    );
  }
  const days = daysBetween(asOf, goLive);
  return (
    <div className={styles.countdown}>
      <small>Go-Live {formatDate(goLive)}</small>
      <b>{goLiveDistance(days, state)}</b>
    </div>
  );
}

function nextCsc(
  meetings: readonly { readonly body: string | null; readonly on: CalendarDate | null }[],
  today: string,
): CalendarDate | null {
  const dates = meetings.flatMap((meeting) => (isBody(meeting.body, 'CSC') && meeting.on ? [meeting.on] : [])).sort();
  return dates.find((date) => date >= today) ?? dates.at(-1) ?? null;
}
