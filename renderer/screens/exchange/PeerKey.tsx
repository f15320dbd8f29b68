import { Button } from '@mantine/core';
import type { ExchangePeer } from '../../../shared/contract/exchange.ts';
import { dayInWords } from '../../../shared/domain/calendar/calendarDate.ts';
import { outcomeStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { sideOf } from '../../../shared/domain/roles/mayChange.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import { confirmPeer, forgetPeer } from '../../stores/exchangeStore.ts';
import { askFirst } from '../../stores/questionStore.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { momentInWords } from './exchangeWords.ts';
import { Fingerprint } from './Fingerprint.tsx';
import styles from './PeerKey.module.css';

/** One person's key: who says that it is theirs, what may be done about it, and when something came from it. */
export function PeerKey({ peer }: { readonly peer: ExchangePeer }) {
  const { name, organisation, lastReceived, lastSent } = peer;
  const times = [
    lastReceived ? `received ${momentInWords(lastReceived)}` : null,
    lastSent ? `sent ${momentInWords(lastSent)}` : null,
  ].filter((time) => time !== null);
  return (
    <div className={styles.peer}>
      <div className={layout.toolbar}>
        <b>{organisation ? `${name}, ${organisation}` : name}</b>
        <Standing peer={peer} />
      </div>
      <Fingerprint value={peer.fingerprint} isSmall />
      {times.length > 0 ? <span className={texts.note}>Last {times.join(', ')}.</span> : null}
      <div className={layout.toolbar}>
        {actionsFor(peer).map(({ label, act }) => (
          <Button key={label} variant="default" size="compact-xs" aria-label={`${label} (${name})`} onClick={act}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Standing({ peer: { confirmedOn, lead, vouchedBy, forgottenOn } }: { readonly peer: ExchangePeer }) {
  if (forgottenOn !== null)
    return <StatusPill status={outcomeStatus.notDue} text={`gone since ${dayInWords(forgottenOn)}`} />;
  if (confirmedOn !== null) {
    const day = dayInWords(confirmedOn);
    return <StatusPill status={outcomeStatus.met} text={lead ? `lead, confirmed ${day}` : `confirmed ${day}`} />;
  }
  if (vouchedBy !== null) return <StatusPill status={outcomeStatus.met} text={`introduced by ${vouchedBy}`} />;
  return <StatusPill status={outcomeStatus.cannotTell} text="not confirmed" />;
}

/** A lead vouches for its own side's people, so that only somebody of a side can be one. */
function actionsFor(peer: ExchangePeer) {
  const { confirmedOn, lead, vouchedBy, forgottenOn, organisation, storeId } = peer;
  const canLead = sideOf(organisation) !== null;
  const confirm = (isLead: boolean) => () => void confirmPeer(peer, true, isLead);
  if (confirmedOn === null)
    return [
      { label: 'It was read out the same: confirm', act: confirm(false) },
      ...(canLead && vouchedBy === null ? [{ label: 'Confirm as their lead', act: confirm(true) }] : []),
      ...(storeId !== null && forgottenOn === null ? [forget(peer)] : []),
    ];
  return [
    ...(lead ? [{ label: 'Not their lead', act: confirm(false) }] : []),
    ...(canLead && !lead ? [{ label: 'Make it their lead', act: confirm(true) }] : []),
    { label: 'No longer trust it', act: () => void confirmPeer(peer, false) },
    forget(peer),
  ];
}

function forget({ fingerprint, name }: ExchangePeer) {
  return {
    label: 'Laptop is gone…',
    act: () =>
      askFirst({
        title: `Forget the laptop of ${name}`,
        text: 'Bundles no longer keep anything back for it, and its key is not trusted any more. What it told stays. Should it come back, confirm its key again and send it everything.',
        yes: 'Forget it',
        no: 'Keep it',
        run: () => void forgetPeer(fingerprint),
      }),
  };
}
