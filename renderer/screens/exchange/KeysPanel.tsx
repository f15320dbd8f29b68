import { Button } from '@mantine/core';
import type { ExchangePeer, ExchangeStatus } from '../../../shared/contract/exchange.ts';
import { formatDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { outcomeStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { Panel } from '../../components/Panel.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { confirmPeer } from '../../stores/exchangeStore.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { momentInWords } from './exchangeWords.ts';
import { Fingerprint } from './Fingerprint.tsx';
import styles from './KeysPanel.module.css';

/** Our own key to read out, and the keys of those who send to us. */
export function KeysPanel({ status }: { readonly status: ExchangeStatus }) {
  return (
    <Panel title="Keys">
      <div className={layout.stack}>
        <div className={styles.own} data-own-key>
          <p className={texts.note}>Your key; read it out when they ask. It signs every bundle you send.</p>
          <Fingerprint value={status.fingerprint} />
        </div>
        {status.peers.length === 0 ? (
          <p className={texts.note}>Nobody has sent anything yet.</p>
        ) : (
          <ul className={lists.quiet}>
            {status.peers.map((peer) => (
              <li key={peer.fingerprint}>
                <Peer peer={peer} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

const confirm = 'It was read out the same: confirm';
const distrust = 'No longer trust it';

function Peer({ peer }: { readonly peer: ExchangePeer }) {
  const { name, organisation, confirmedOn, lastReceived, lastSent } = peer;
  const times = [
    lastReceived ? `received ${momentInWords(lastReceived)}` : null,
    lastSent ? `sent ${momentInWords(lastSent)}` : null,
  ].filter((time) => time !== null);
  return (
    <div className={styles.peer}>
      <div className={layout.toolbar}>
        <b>{organisation ? `${name}, ${organisation}` : name}</b>
        {confirmedOn ? (
          <StatusPill
            status={outcomeStatus.met}
            text={`confirmed ${isCalendarDate(confirmedOn) ? formatDate(confirmedOn) : confirmedOn}`}
          />
        ) : (
          <StatusPill status={outcomeStatus.cannotTell} text="not confirmed" />
        )}
      </div>
      <Fingerprint value={peer.fingerprint} isSmall />
      {times.length > 0 ? <span className={texts.note}>Last {times.join(', ')}.</span> : null}
      <div>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`${confirmedOn ? distrust : confirm} (${name})`}
          onClick={() => void confirmPeer(peer, confirmedOn === null)}
        >
          {confirmedOn ? distrust : confirm}
        </Button>
      </div>
    </div>
  );
}
