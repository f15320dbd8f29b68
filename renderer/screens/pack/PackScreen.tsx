import { Button } from '@mantine/core';
import { formatDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { FindingsPanel } from '../../components/FindingsPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RecordList } from '../../components/RecordList.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { ofRelease, openPack, usePackStore, verifyPack } from '../../stores/packStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useFacts, useReleaseRecord } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { ExportPanel } from './ExportPanel.tsx';
import { PapersPanel } from './PapersPanel.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { RecommendationPanel } from './RecommendationPanel.tsx';
import { SaveIssued } from './SaveIssued.tsx';
import { SignatureFound } from './SignatureFound.tsx';
import { SincePanel } from './SincePanel.tsx';
import { verdictPill } from './verdictPill.ts';

/** What the CSC is asked, and the pack that it decides on. */
export function PackScreen() {
  const facts = useFacts();
  return (
    <div className={layout.stack}>
      <PreviewPanel />
      <div className={layout.columns}>
        <div className={layout.stack}>
          <RecommendationPanel />
          <RecordList
            kind="submission"
            title="Submissions to the CSC"
            note="§5.3"
            records={facts.submissions}
            whenEmpty="The day, the meeting, and who presents: SECAS and the DCC both (§5.3)."
          />
          <RecordList
            kind="decision"
            title="Decisions"
            records={facts.decisions}
            whenEmpty="Recorded after the meeting, in its exact wording."
          />
          <RecordList
            kind="comment"
            title="Comments on issued packs"
            records={facts.comments}
            whenEmpty="What readers remarked on a pack or a paper, and what was answered."
          />
          <RecordList
            kind="sentText"
            title="Texts that were sent"
            note="§5.2, §6"
            records={facts.sent}
            whenEmpty="Which text went out, by which channel, when, and where it stands."
          />
          <FindingsPanel title="What the rulebook says of the submission" screen="pack" />
        </div>
        <div className={layout.stack}>
          <ExportPanel />
          <PapersPanel />
          <FinalsPanel />
          <SincePanel />
          <CheckPanel />
        </div>
      </div>
    </div>
  );
}

/** What was issued: each final is kept byte for byte in the store. */
function FinalsPanel() {
  const { id } = useReleaseRecord();
  const attempts = usePackStore((state) => state.attempts);
  const finals = useEngineAnswer('pack.finals', { release: id }, { also: attempts }) ?? [];
  if (finals.length === 0) return null;
  return (
    <Panel title="Final packs">
      <ul className={lists.quiet}>
        {finals.map((pack) => (
          <li key={pack.sha256}>
            <b>{pack.reference}</b>{' '}
            <span className={texts.note}>as of {isCalendarDate(pack.asOf) ? formatDate(pack.asOf) : pack.asOf}</span>
            {pack.acceptedBlockers ? (
              <div className={texts.note}>Issued with open blockers: {pack.acceptedBlockers}</div>
            ) : null}
            <div className={texts.hash}>SHA-256 {pack.sha256}</div>
            <SaveIssued release={id} reference={pack.reference} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function CheckPanel() {
  const { id } = useReleaseRecord();
  const checked = usePackStore((state) => ofRelease(state.checked, id));
  return (
    <Panel title="Check a pack">
      <div className={layout.stack}>
        <p className={texts.note}>Whether a pack is as it was made: every part against its manifest, offline.</p>
        <div>
          <span className={layout.pills}>
            <Button variant="default" onClick={() => void verifyPack()}>
              Check a pack…
            </Button>
            <Button variant="default" onClick={() => void openPack()}>
              Open a pack…
            </Button>
          </span>
        </div>
        {checked ? (
          <div role="status">
            <b>{checked.name}</b>
            <p>
              <StatusPill {...verdictPill(checked.verification)} />
            </p>
            <ul className={lists.quiet}>
              {checked.verification.problems.map((problem) => (
                <li key={`${problem.part} ${problem.sentence}`}>
                  {problem.sentence} <span className={texts.note}>{problem.part}</span>
                </li>
              ))}
            </ul>
            <ul className={lists.quiet} aria-label="Signatures">
              {checked.verification.signatures.map((signature) => (
                <SignatureFound key={`${signature.organisation} ${signature.key}`} signature={signature} />
              ))}
            </ul>
            <p className={texts.note}>
              {checked.verification.pages === 'checked'
                ? 'The pages were rendered anew and compared byte for byte.'
                : 'The pages were not checked.'}
            </p>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
