import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PackExport } from '../../../shared/contract/pack.ts';
import { formatDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { countOf } from '../../../shared/domain/foundation/words.ts';
import type { Edition } from '../../../shared/domain/pack/packIdentity.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { FindingList } from '../../components/FindingList.tsx';
import { Panel } from '../../components/Panel.tsx';
import { copyText } from '../../stores/copyText.ts';
import {
  exportDraft,
  exportEdition,
  issueFinal,
  ofRelease,
  usePackStore,
  withLastPack,
} from '../../stores/packStore.ts';
import { editionWords } from '../../stores/packWords.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer, useLiveAnswer } from '../../stores/useEngineAnswer.ts';
import { useReleaseRecord } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { heldUpInWords } from './heldUpInWords.ts';

const editionNames = [
  { value: 'full', label: 'Full: the archival file' },
  { value: 'reading', label: 'Reading copy: evidence pages appended' },
  { value: 'public', label: 'Public: with a list of what it leaves out' },
];

/** A draft or a final of the facts on the screen, or another edition of the final that was issued last. */
export function ExportPanel() {
  const { id } = useReleaseRecord();
  const { exporting, last: lastOfAny } = usePackStore();
  const last = ofRelease(lastOfAny, id);
  const finals = useEngineAnswer('pack.finals', { release: id }, { also: last }) ?? [];
  const [reason, setReason] = useState<Reason>({ text: '', of: null });
  const [edition, setEdition] = useState<Edition>('full');
  return (
    <Panel title="Export the pack">
      <div className={layout.stack}>
        <p className={texts.note}>
          One PDF with the facts, the findings and the evidence inside. A draft changes nothing; a final is numbered,
          registered and kept.
        </p>
        {exporting ? (
          <p className={texts.note}>The pack is being made; its progress is at the foot of the window.</p>
        ) : (
          <>
            <div>
              <Select
                label="Edition"
                data={editionNames}
                value={edition}
                allowDeselect={false}
                onChange={(next) => setEdition((next ?? 'full') as Edition)}
              />
            </div>
            <div>
              <Button onClick={() => void exportDraft(edition)}>Export draft…</Button>
            </div>
            {edition === 'full' ? (
              <IssueFinal reason={reason} setReason={setReason} />
            ) : (
              <IssueEdition edition={edition} last={finals.at(-1) ?? null} />
            )}
          </>
        )}
        {last ? <LastPack pack={last} /> : null}
      </div>
    </Panel>
  );
}

/** Why a final is issued all the same, and `of` what was in sight when that was said (`pack.blockers`). */
interface Reason {
  readonly text: string;
  readonly of: string | null;
}

interface IssueFinalProps {
  readonly reason: Reason;
  readonly setReason: (reason: Reason) => void;
}

/**
 * What holds a final up is asked of the engine, which judges it as the final is judged: what is not due today may be by the
 * final. Its reason outlives the saving, for a dialog that is closed issues nothing.
 */
function IssueFinal({ reason, setReason }: IssueFinalProps) {
  const { id } = useReleaseRecord();
  const asOf = useReleaseStore((state) => state.asOf);
  const { answer, problem } = useLiveAnswer('pack.blockers', { release: id, asOf });
  const [isWhole, showWhole] = useState(false);
  const { notMet, cannotTell, first, sha256 } = answer ?? { notMet: 0, cannotTell: 0, first: [], sha256: null };
  const count = notMet + cannotTell;
  const shown = isWhole ? first : first.slice(0, 5);
  const others = first.length - shown.length;
  const unlisted = count - first.length;
  // Saying it again, or that it holds, is of what stands in sight by then.
  const isOfOther = reason.text.trim() !== '' && sha256 !== null && reason.of !== sha256;
  return (
    <>
      {problem ? <p role="alert">{problem.message}</p> : null}
      {count > 0 ? (
        <>
          <p>A final is held up by {heldUpInWords({ notMet, cannotTell })}.</p>
          <FindingList findings={shown} whenNone="" />
          {others > 0 ? (
            <div>
              <Button variant="default" size="compact-xs" onClick={() => showWhole(true)}>
                {unlisted > 0 ? `Show ${others} more` : `Show the other ${others}`}
              </Button>
            </div>
          ) : null}
          {others === 0 && unlisted > 0 ? (
            <p className={texts.note}>And {unlisted} more; the pack lists them all.</p>
          ) : null}
          <Textarea
            label="Reason for issuing it all the same"
            description="It is printed in the pack, for everything that holds it up."
            autosize
            minRows={2}
            value={reason.text}
            onChange={(event) => setReason({ text: event.currentTarget.value, of: sha256 })}
          />
          {isOfOther ? (
            <div role="status">
              <p className={texts.note}>What holds it up has changed since this reason was written; it stands above.</p>
              <Button variant="default" size="compact-xs" onClick={() => setReason({ ...reason, of: sha256 })}>
                The reason holds for this, too
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
      <div>
        <ActionButton
          variant="default"
          why={whyNotIssued(answer === null ? null : count, reason.text, isOfOther)}
          onClick={() => sha256 !== null && void issueFinal(count > 0 ? reason.text : null, sha256)}
        >
          Issue final…
        </ActionButton>
      </div>
    </>
  );
}

/** @param blockers how many hold it up; null: that is not known yet */
function whyNotIssued(blockers: number | null, reason: string, isOfOther: boolean): string | null {
  if (blockers === null) return 'What would hold a final up is still being looked at.';
  if (blockers === 0) return null;
  if (reason.trim() === '')
    return 'Say first, above, why it is issued with what holds it up; that is printed in the pack.';
  return isOfOther ? 'Say first, above, whether the reason holds for what holds it up by now.' : null;
}

interface IssueEditionProps {
  readonly edition: Exclude<Edition, 'full'>;
  /** The final that was issued last; null: none was. */
  readonly last: { readonly reference: string; readonly asOf: string } | null;
}

/** The facts are those of the final, so that nothing holds it up that did not hold up the final itself. */
function IssueEdition({ edition, last }: IssueEditionProps) {
  const day = last && isCalendarDate(last.asOf) ? formatDate(last.asOf) : last?.asOf;
  return (
    <>
      {last ? (
        <p className={texts.note}>
          The {editionWords[edition]} of {last.reference} is made from that final’s own facts, as of {day}, whatever
          stands on the screen; it is kept under Papers for the bodies.
        </p>
      ) : null}
      <div>
        <ActionButton
          variant="default"
          why={last ? null : 'No final is issued yet, so there is no other edition of it; issue the full one first.'}
          onClick={() => void exportEdition(edition)}
        >
          {last
            ? `Issue the ${editionWords[edition]} of ${last.reference}…`
            : `Issue the ${editionWords[edition]} of the last final…`}
        </ActionButton>
      </div>
    </>
  );
}

function LastPack({ pack: last }: { readonly pack: PackExport }) {
  return (
    <section aria-label="The file that was made last">
      {last.final ? (
        <div>
          Issued as <b>{last.reference}</b>
        </div>
      ) : null}
      <b>{last.file}</b>{' '}
      <span className={texts.note}>
        {countOf(last.pages, 'page')}, {last.final ? 'final' : 'draft'}
      </span>
      <div className={texts.hash}>SHA-256 {last.sha256}</div>
      {last.notes.map((note) => (
        <p key={note} className={texts.note}>
          {note}
        </p>
      ))}
      <div className={layout.pills} style={{ marginTop: 6 }}>
        <Button variant="default" size="compact-xs" onClick={() => void withLastPack('pack.open')}>
          Open
        </Button>
        <Button variant="default" size="compact-xs" onClick={() => void withLastPack('pack.show')}>
          Show in folder
        </Button>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => void copyText(last.sha256, `Copied the SHA-256 of ${last.file}.`)}
        >
          Copy SHA-256
        </Button>
      </div>
    </section>
  );
}
