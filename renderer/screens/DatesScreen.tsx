import { formatDateWithWeekday } from '../../shared/domain/calendar/calendarDate.ts';
import { ruleDateOf } from '../../shared/domain/calendar/slots.ts';
import { isOver } from '../../shared/domain/readiness/releaseState.ts';
import { FindingsPanel } from '../components/FindingsPanel.tsx';
import { LeadTimeline } from '../components/LeadTimeline.tsx';
import { Panel } from '../components/Panel.tsx';
import { RecordList } from '../components/RecordList.tsx';
import { ReleasePanel } from '../components/ReleasePanel.tsx';
import { VersionList } from '../components/VersionList.tsx';
import { useFacts, useReleaseState } from '../stores/useFacts.ts';
import layout from '../styles/layout.module.css';
import { TextsPanel } from './texts/TextsPanel.tsx';
import { WhatIfPanel } from './WhatIfPanel.tsx';

/** Every date of the release, and the Testing Approach Document's milestones against their minimums. */
export function DatesScreen() {
  const facts = useFacts();
  const state = useReleaseState();
  const { slot } = facts.release;
  const ruleDate = slot ? `rule date ${formatDateWithWeekday(ruleDateOf(slot))} (§3)` : 'ad-hoc: no rule date (§3)';
  return (
    <div className={layout.stack}>
      <Panel title="Dates against their minimums">
        <LeadTimeline />
      </Panel>
      <div className={layout.columns}>
        <div className={layout.stack}>
          <ReleasePanel title="Go-Live" section="goLive" note={ruleDate} />
          <VersionList
            kind="tadVersion"
            title="Testing Approach Document"
            note="the DCC's, reviewed by the TAG (§5.1)"
            records={facts.tad.versions}
            whenEmpty="Enter a version with the day it was issued to the TAG: at least nine months before Go-Live (§5.1)."
          />
          <ReleasePanel
            title="User testing"
            section="userTesting"
            note="what and when, by email and on the website (§5.2)"
          />
          <RecordList
            kind="userTestingNotice"
            title="What Users were told"
            records={facts.userTesting.notices}
            whenEmpty="Users are told what type of testing, and when, by email and on the website (§5.2)."
          />
          <RecordList
            kind="goLivePart"
            title="Dated parts"
            records={facts.release.goLive.parts}
            whenEmpty="Only where the release goes live in parts; lead times count from the first."
          />
          <RecordList
            kind="goLiveChange"
            title="Moves of the date"
            records={facts.release.goLive.changes}
            whenEmpty="Each move with who decided it and why."
          />
          <ReleasePanel title="Kept published" section="publication" note="§6" />
        </div>
        <div className={layout.stack}>
          {isOver(state) ? null : <WhatIfPanel />}
          <ReleasePanel title="The release" section="identity" />
          <ReleasePanel title="Longer minimums for this release" section="longerPeriods" note="§5.1" />
          <TextsPanel />
        </div>
      </div>
      <FindingsPanel title="What the rulebook says of the dates" screen="dates" />
    </div>
  );
}
