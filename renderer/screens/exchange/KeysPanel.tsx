import type { ExchangeStatus } from '../../../shared/contract/exchangeMethods.ts';
import { Panel } from '../../components/Panel.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { PeerKey } from './PeerKey.tsx';

/** Our own key to read out, and the keys of those who send to us, with who vouches for them. */
export function KeysPanel({ status }: { readonly status: ExchangeStatus }) {
  return (
    <Panel title="Keys">
      <div className="stack">
        <div className="own-key">
          <p className="note">Your key; read it out when they ask. It signs every bundle you send.</p>
          <Fingerprint value={status.fingerprint} />
        </div>
        <p className="note">
          Compare one key of each side and confirm it as their lead: it then vouches for its colleagues’ keys.
        </p>
        {status.peers.length === 0 ? (
          <p className="note">Nobody has sent anything yet.</p>
        ) : (
          <ul className="quiet-list">
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
