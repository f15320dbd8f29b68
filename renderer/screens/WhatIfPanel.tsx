import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import { FindingList } from '../components/FindingList.tsx';
import { Panel } from '../components/Panel.tsx';
import { DateInput } from '../fields/dates/DateInput.tsx';
import fieldGrid from '../fields/fields.module.css';
import { editAndTell, useReleaseStore } from '../stores/releaseStore.ts';
import { useEngineAnswer } from '../stores/useEngineAnswer.ts';
import { useFindings, useReleaseRecord } from '../stores/useFacts.ts';
import layout from '../styles/layout.module.css';

/** Another go-live date, judged at once and saved nowhere; and the earliest one that meets every lead time. */
export function WhatIfPanel() {
  const { id } = useReleaseRecord();
  const asOf = useReleaseStore((state) => state.asOf);
  const now = useFindings();
  const [date, setDate] = useState('');
  const slip = useEngineAnswer('slip.compute', { release: id, asOf });
  const tried = useEngineAnswer('readiness.whatIf', isCalendarDate(date) ? { release: id, asOf, goLive: date } : null);
  const then = tried?.findings ?? null;

  return (
    <Panel title="What if it went live on another day?" note="nothing is saved">
      <div className={layout.stack}>
        {slip ? <p>{slip.sentence}</p> : null}
        <div className={fieldGrid.fields} data-what-if>
          <div data-span="6">
            <DateInput label="Go-Live date to try" value={date} change={setDate} />
          </div>
        </div>
        {then && isCalendarDate(date) ? (
          <>
            <FindingList
              findings={changed(now, then)}
              whenNone={`With ${formatDate(date)} every rule reads as it does now.`}
            />
            <div>
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => void editAndTell('release', id, { 'goLive.approvedDate': date })}
              >
                Enter it as the approved date
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Panel>
  );
}

/** What reads differently with the other date. */
function changed(now: readonly Finding[], then: readonly Finding[]): readonly Finding[] {
  const known = new Set(
    now.map((finding) => `${finding.rule} ${finding.subject} ${finding.outcome} ${finding.sentence}`),
  );
  return then.filter(
    (finding) =>
      finding.outcome !== 'notApplicable' &&
      !known.has(`${finding.rule} ${finding.subject} ${finding.outcome} ${finding.sentence}`),
  );
}
