import type { ExchangeStatus } from '../../../shared/contract/exchange.ts';
import { Panel } from '../../components/Panel.tsx';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { Fingerprint } from './Fingerprint.tsx';
import styles from './KeysPanel.module.css';
import { PeerKey } from './PeerKey.tsx';

/** Our own key to read out, and the keys of those who send to us, with who vouches for them. */
export function KeysPanel({ status }: { readonly status: ExchangeStatus }) {
  return (
    <Panel title="Keys">
      <div className={layout.stack}>
        <div className={styles.own} data-own-key>
          <p className={texts.note}>Your key; read it out when they ask. It signs every bundle you send.</p>
          <Fingerprint value={status.fingerprint} />
        </div>
        <p className={texts.note}>
          Compare one key of each side and confirm it as their lead: it then vouches for its colleagues’ keys.
        </p>
        {status.peers.length === 0 ? (
          <p className={texts.note}>Nobody has sent anything yet.</p>
        ) : (
          <ul className={lists.quiet}>
            {status.peers.map((peer) => (
              <li key={peer.fingerprint}>
                <PeerKey peer={peer} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
