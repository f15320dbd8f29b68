import { useExchangeStore } from '../../stores/exchangeStore.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import layout from '../../styles/layout.module.css';
import { JoinPanel } from './JoinPanel.tsx';
import { KeysPanel } from './KeysPanel.tsx';
import { NewsPanel } from './NewsPanel.tsx';
import { OpenConflicts } from './OpenConflicts.tsx';
import { ReceivedBundle } from './ReceivedBundle.tsx';
import { ReceivePanel } from './ReceivePanel.tsx';
import { SendPanel } from './SendPanel.tsx';
import { SharedFolderPanel } from './SharedFolderPanel.tsx';
import { useExchange } from './useExchange.ts';

/** Two companies, two laptops, one release: what goes over, what came, and what a person has to decide. */
export function ExchangeScreen() {
  const releaseId = useReleaseStore((state) => state.open?.id ?? null);
  const inspected = useExchangeStore((state) => state.inspected);
  const status = useExchange('exchange.status', releaseId);
  if (!status) return null;
  return (
    <div className={layout.columns}>
      <div className={layout.stack}>
        {releaseId ? <JoinPanel releaseId={releaseId} /> : null}
        <ReceivePanel status={status} />
        {inspected ? <ReceivedBundle bundle={inspected} /> : null}
        {releaseId ? <OpenConflicts releaseId={releaseId} /> : null}
        {releaseId ? <NewsPanel releaseId={releaseId} /> : null}
      </div>
      <div className={layout.stack}>
        <SendPanel status={status} />
        <KeysPanel status={status} />
        <SharedFolderPanel status={status} />
      </div>
    </div>
  );
}
