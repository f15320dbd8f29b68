import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { Deadline } from '../../../shared/domain/portfolio/computePortfolio.ts';
import { goLiveDistance } from '../../../shared/domain/readiness/goLiveDistance.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { goTo, useAppStore } from '../../stores/appStore.ts';
import { archiveRelease, cloneRelease, saveCalendar, saveReport } from '../../stores/fileActions.ts';
import { openModal } from '../../stores/modalStore.ts';
import { openRelease, useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import buttons from '../../styles/buttons.module.css';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import tables from '../../styles/tables.module.css';
import texts from '../../styles/texts.module.css';
import { StandingPill } from './StandingPill.tsx';
import { YearCalendar } from './YearCalendar.tsx';

/** All releases at a glance: how each stands, the year with its slots and dates, and what gets in each other's way. */
export function PortfolioScreen() {
  const releases = useAppStore((state) => state.releases);
  const asOf = useReleaseStore((state) => state.asOf);
  const portfolio = useEngineAnswer('portfolio.compute', { asOf });
  const today = portfolio?.asOf ?? null;
  const [year, setYear] = useState<string | null>(null);
  const thisYear = today?.slice(0, 4) ?? null;
  const years = yearsOf(portfolio?.deadlines ?? [], thisYear);
  const shown = year ?? thisYear;
  return (
    <div className={layout.stack}>
      <Panel
        title="Releases"
        note={releases.length}
        action={
          <span className={layout.pills}>
            <ActionButton
              variant="default"
              size="compact-xs"
              why={releases.length === 0 ? 'There is no release to report on yet.' : null}
              onClick={() => void saveReport()}
            >
              Status report…
            </ActionButton>
            <Button variant="default" size="compact-xs" onClick={() => void saveCalendar(null)}>
              Export all dates (.ics)…
            </Button>
          </span>
        }
      >
        {releases.length === 0 ? (
          <Empty title="No release yet">Begin with New release, below on the left.</Empty>
        ) : null}
        <div className={tables.place}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th className={tables.wide}>Release</th>
                <th className={tables.fit}>Go-Live</th>
                <th className={tables.fit}>In</th>
                <th className={tables.fit}>Readiness</th>
                <th>
                  <span className={texts.visuallyHidden}>Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {releases.map((release) => (
                <tr key={release.id}>
                  <td>
                    <button
                      type="button"
                      className={buttons.link}
                      onClick={() => void openRelease(release.id).then(() => goTo('overview'))}
                    >
                      {release.name}
                    </button>{' '}
                    {release.archived ? <span className={texts.note}>archived</span> : null}
                  </td>
                  <td className={tables.fit}>{release.goLive ? formatDate(release.goLive) : '–'}</td>
                  <td className={tables.fit}>
                    {release.daysToGoLive === null ? '–' : goLiveDistance(release.daysToGoLive, release.state)}
                  </td>
                  <td className={tables.fit}>
                    <StandingPill release={release} />
                  </td>
                  <td>
                    <span className={layout.pills}>
                      <Button variant="subtle" size="compact-xs" onClick={() => void cloneRelease(release)}>
                        Copy for the next slot
                      </Button>
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        onClick={() => void archiveRelease(release.id, !release.archived)}
                      >
                        {release.archived ? 'Take out of the archive' : 'Archive'}
                      </Button>
                      <Button
                        variant="subtle"
                        color="red"
                        size="compact-xs"
                        aria-label={`Remove ${release.name}`}
                        onClick={() => openModal('removeRelease', release.id)}
                      >
                        Remove…
                      </Button>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      {portfolio && portfolio.clashes.length > 0 ? (
        <Panel title="In each other's way" note="practice, not a rule of the SEC">
          <ul className={lists.quiet}>
            {portfolio.clashes.map((clash) => (
              <li key={clash.sentence}>
                <StatusPill status={{ word: 'Clash', sign: '▲', tone: 'short' }} /> {clash.sentence}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {shown && today ? (
        <Panel
          title={`The year ${shown}`}
          note="slots, lead times, meetings and what is owed"
          action={
            <Select aria-label="Year" data={years} value={shown} allowDeselect={false} onChange={setYear} w={90} />
          }
        >
          <YearCalendar year={Number(shown)} deadlines={portfolio?.deadlines ?? []} today={today} />
        </Panel>
      ) : null}
    </div>
  );
}

function yearsOf(deadlines: readonly Deadline[], thisYear: string | null): string[] {
  const named = deadlines.map((deadline) => deadline.on.slice(0, 4));
  const next = thisYear ? [thisYear, String(Number(thisYear) + 1)] : [];
  return [...new Set([...named, ...next])].sort();
}
