import { Button } from '@mantine/core';
import type { InspectedBundle } from '../../../shared/contract/bundle.ts';
import { outcomeStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { Panel } from '../../components/Panel.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { confirmPeer, decide, putAside, sendBundle, takeBack, useExchangeStore } from '../../stores/exchangeStore.ts';
import { tellDone } from '../../stores/notify.tsx';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { ConflictSides } from './ConflictSides.tsx';
import { counted, fieldInWords, markInWords, momentInWords, recordInWords } from './exchangeWords.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { PlannedRecords } from './PlannedRecords.tsx';
import { ReadinessChange } from './ReadinessChange.tsx';
import styles from './ReceivedBundle.module.css';
import { BundleDecision } from './ReceivePanel.tsx';

/** A bundle in words, before anything changes; and what came of it afterwards. */
export function ReceivedBundle({ bundle }: { readonly bundle: InspectedBundle }) {
  const applied = useExchangeStore((state) => state.applied);
  const file = useExchangeStore((state) => state.file);
  const isReceipt = bundle.type === 'receipt';
  const { plan } = bundle;
  return (
    <Panel title={isReceipt ? `A receipt from ${bundle.from}` : `${bundle.release.name}, from ${bundle.from}`}>
      <div className={layout.stack}>
        <p className={texts.note}>
          Made {momentInWords(bundle.createdAt)} · {file?.name}
        </p>
        {plan.refused.map((sentence) => (
          <p key={sentence} className={texts.about} role="alert">
            {sentence}
          </p>
        ))}
        {bundle.lost === null ? null : (
          <p className={texts.about} role="alert">
            {bundle.lost}
          </p>
        )}
        {bundle.removedHere === null ? null : (
          <p className={texts.about} role="alert">
            {bundle.removedHere.sentence}
          </p>
        )}
        {[...bundle.purged, ...bundle.submittedAgain].map(({ record, sentence }) => (
          <p key={record} className={texts.about} role="alert">
            {sentence}
          </p>
        ))}
        <Signature bundle={bundle} />
        {isReceipt ? (
          <p>It says what of {bundle.release.name} arrived there; your next bundle will be as small as it can be.</p>
        ) : (
          <>
            <Brings bundle={bundle} />
            {plan.conflicts.length > 0 && !applied ? <Conflicts bundle={bundle} /> : null}
            <Marked names={bundle.marked} from={bundle.from} />
            <ReadinessChange readiness={bundle.readiness} isApplied={applied !== null} />
          </>
        )}
        {applied ? <Applied /> : <BundleDecision isRefused={plan.refused.length > 0} isReceipt={isReceipt} />}
        <PlannedRecords records={bundle.records} kinds={bundle.kinds} />
      </div>
    </Panel>
  );
}

async function sendReceipt(): Promise<void> {
  const wrote = await sendBundle({ receipt: true, full: false, to: null }, null);
  if (wrote) tellDone(wrote);
}

function Applied() {
  const applied = useExchangeStore((state) => state.applied);
  const undecided = applied?.plan.conflicts.filter(({ chosen }) => chosen === null).length ?? 0;
  const left = undecided + (applied?.heard.length ?? 0);
  return (
    <div className={layout.stack} role="status">
      <div className={layout.toolbar}>
        <StatusPill status={outcomeStatus.met} text="Applied" />
        {left > 0 ? <span>{counted(left, 'conflict')} left open below; nothing is lost meanwhile.</span> : null}
      </div>
      <div className={layout.toolbar}>
        {applied?.entry == null ? null : (
          <Button variant="default" onClick={() => void takeBack()}>
            Take back
          </Button>
        )}
        <Button variant="default" onClick={() => void sendReceipt()}>
          Send a receipt…
        </Button>
        <Button variant="default" onClick={putAside}>
          Done
        </Button>
      </div>
    </div>
  );
}

/** Whose key signed it; two people compare it once, by reading it out. */
function Signature({ bundle }: { readonly bundle: InspectedBundle }) {
  if (bundle.signature === 'known')
    return (
      <p>
        <StatusPill status={outcomeStatus.met} text="Signature known" />{' '}
        <span className={texts.note}>
          {bundle.vouchedBy
            ? `${bundle.vouchedBy} vouches for the key of ${bundle.from}.`
            : `Somebody here has compared the key of ${bundle.from}.`}
        </span>
      </p>
    );
  return (
    <section className={styles.keyCheck} aria-label="Unknown signature">
      <p>
        <StatusPill status={outcomeStatus.cannotTell} text="Signature not known" />
      </p>
      <p>
        It is whole and signed, and nobody here has checked whose key this is. Ask {bundle.sender.name} to read out the
        key under Keys in their exchange, at the foot of their bar at the left:
      </p>
      <Fingerprint value={bundle.fingerprint} />
      <div>
        <Button
          variant="default"
          onClick={() => void confirmPeer({ fingerprint: bundle.fingerprint, ...bundle.sender }, true)}
        >
          It is the same: confirm
        </Button>
      </div>
    </section>
  );
}

function Brings({ bundle }: { readonly bundle: InspectedBundle }) {
  const { added, changed, removed, conflicts } = bundle.plan;
  const nothing = added + changed + removed + conflicts.length === 0;
  if (nothing && bundle.plan.refused.length > 0) return null;
  return (
    <div className={layout.pills}>
      {bundle.isNewRelease && bundle.removedHere === null && added > 0 ? (
        <StatusPill status={{ word: 'New', sign: '+', tone: 'met' }} text="A release that is new here" />
      ) : null}
      {nothing ? <StatusPill status={outcomeStatus.notDue} text="Nothing that is not here already" /> : null}
      {added > 0 ? (
        <StatusPill status={{ word: 'Added', sign: '+', tone: 'met' }} text={`${counted(added, 'record')} added`} />
      ) : null}
      {changed > 0 ? (
        <StatusPill
          status={{ word: 'Changed', sign: '◐', tone: 'covered' }}
          text={`${counted(changed, 'record')} changed`}
        />
      ) : null}
      {removed > 0 ? (
        <StatusPill
          status={{ word: 'Removed', sign: '−', tone: 'short' }}
          text={`${counted(removed, 'record')} removed`}
        />
      ) : null}
      {bundle.files > 0 ? (
        <StatusPill status={{ word: 'Files', sign: '▤', tone: 'notDue' }} text={counted(bundle.files, 'file')} />
      ) : null}
      {conflicts.length > 0 ? (
        <StatusPill
          status={{ word: 'Conflicts', sign: '⇄', tone: 'notMet' }}
          text={counted(conflicts.length, 'conflict')}
        />
      ) : null}
      {bundle.heard.length > 0 ? (
        <StatusPill
          status={{ word: 'Open', sign: '⇄', tone: 'short' }}
          text={`${counted(bundle.heard.length, 'open conflict')} that others met`}
        />
      ) : null}
    </div>
  );
}

function Conflicts({ bundle }: { readonly bundle: InspectedBundle }) {
  const decisions = useExchangeStore((state) => state.decisions);
  return (
    <section className={layout.stack} aria-label="Conflicts">
      <h3 className={texts.day}>Both sides wrote here without knowing of each other</h3>
      {bundle.plan.conflicts.map((conflict) => {
        const name = `${conflict.record}#${conflict.field}`;
        const title = `${recordInWords(conflict.record)}: ${fieldInWords(conflict.record, conflict.field)}`;
        return (
          <ConflictSides
            key={name}
            title={title}
            conflict={conflict}
            decision={decisions[name] ?? conflict.default ?? 'later'}
            decide={(decision) => decide(name, decision)}
          />
        );
      })}
    </section>
  );
}

const shownMarks = 20;

function Marked({ names, from }: { readonly names: readonly string[]; readonly from: string }) {
  if (names.length === 0) return null;
  return (
    <div className={texts.about}>
      <b>{counted(names.length, 'change')}</b> that {from} sent {names.length === 1 ? 'is' : 'are'} not theirs to make:
      <ul className={lists.plain}>
        {names.slice(0, shownMarks).map((name) => (
          <li key={name}>{markInWords(name)}</li>
        ))}
        {names.length > shownMarks ? <li>and {names.length - shownMarks} more</li> : null}
      </ul>
    </div>
  );
}
