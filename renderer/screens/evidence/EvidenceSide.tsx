import { Button } from '@mantine/core';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { formatBytes } from '../../../shared/domain/pack/words.ts';
import type { Evidence } from '../../../shared/domain/records/evidence.ts';
import { standingsOf } from '../../../shared/domain/records/evidenceStanding.ts';
import { Preview } from '../../components/Preview.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { attachFiles, chooseReplacement, saveCopy } from '../../stores/fileActions.ts';
import { openModal } from '../../stores/modalStore.ts';
import { useFacts } from '../../stores/useFacts.ts';
import { nextVersionOf } from '../../stores/versionFiles.ts';
import buttons from '../../styles/buttons.module.css';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { standingStatus } from './evidenceColumns.tsx';
import { keepAcceptance } from './evidenceMoves.ts';
import { StatusMoves } from './StatusMoves.tsx';

interface EvidenceSideProps {
  readonly item: Evidence;
  readonly open: (id: string) => void;
  readonly close: () => void;
}

/** Everything of one item: where it stands and may go, its file, its versions, its fields. */
export function EvidenceSide({ item, open, close }: EvidenceSideProps) {
  const { evidence, criteria } = useFacts();
  return (
    <SidePanel
      kind="evidence"
      record={item}
      close={close}
      suggestions={{ criteria: criteria.map((criterion) => criterion.reference) }}
    >
      <Standing item={item} all={evidence} />
      <div className={layout.toolbar} data-field="status">
        <StatusMoves items={[item]} />
      </div>
      <FileOf item={item} open={open} />
      <Versions item={item} all={evidence} open={open} />
    </SidePanel>
  );
}

function Standing({ item, all }: { readonly item: Evidence; readonly all: readonly Evidence[] }) {
  const standing = standingsOf(all)(item);
  return (
    <div>
      <StatusPill status={standingStatus[standing]} />{' '}
      {item.statusBy ? (
        <span className={texts.note} data-field="statusBy" tabIndex={-1}>
          {standing === 'superseded' && item.status ? `${item.status} ` : ''}by {item.statusBy}
          {item.status === 'accepted' && item.accepted?.on ? `, on ${formatDate(item.accepted.on)}` : null}
        </span>
      ) : null}
      {item.statusReason ? (
        <p data-field="statusReason" tabIndex={-1}>
          {item.statusReason}
        </p>
      ) : null}
    </div>
  );
}

function FileOf({ item, open }: Pick<EvidenceSideProps, 'item' | 'open'>) {
  const id = item.id ?? '';
  const choose = () => void chooseReplacement(id);
  // What comes next is done with the new version: its date, and to submit it.
  const attachNext = async () => {
    const [added] = await attachFiles(null, nextVersionOf(item));
    if (added !== undefined) open(added);
  };
  if (!item.sha256) {
    return (
      <div>
        <Button variant="default" size="compact-xs" onClick={() => keepAcceptance([item], 'replace', choose)}>
          Attach its file…
        </Button>
      </div>
    );
  }
  return (
    <div className={layout.stack}>
      <div>
        <b data-field="file" tabIndex={-1}>
          {item.file ?? 'The content was taken out'}
        </b>{' '}
        <span className={texts.note} data-field="bytes" tabIndex={-1}>
          {item.bytes === null ? null : formatBytes(item.bytes)}
        </span>
        <div className={texts.hash} data-field="sha256" tabIndex={-1}>
          SHA-256 {item.sha256}
        </div>
      </div>
      {item.file ? (
        <>
          <Preview key={item.sha256} evidenceId={id} name={item.file} />
          <div className={layout.pills}>
            <Button variant="default" size="compact-xs" onClick={() => void saveCopy(id)}>
              Show a copy
            </Button>
            <Button variant="default" size="compact-xs" onClick={() => void attachNext()}>
              New version…
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => keepAcceptance([item], 'replace', choose)}>
              Wrong file, replace…
            </Button>
            <Button variant="subtle" color="red" size="compact-xs" onClick={() => openModal('purge', id)}>
              Take out for good…
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}

function Versions({
  item,
  all,
  open,
}: Pick<EvidenceSideProps, 'item' | 'open'> & { readonly all: readonly Evidence[] }) {
  const versions = all.filter((one) => one.reference === item.reference);
  if (versions.length < 2) return null;
  const standing = standingsOf(versions);
  return (
    <nav aria-label={`Versions of ${item.reference}`} className={layout.pills}>
      {versions.map((one) => (
        <button
          key={one.id}
          type="button"
          className={buttons.cell}
          aria-current={one.id === item.id}
          onClick={() => open(one.id ?? '')}
        >
          <StatusPill
            status={standingStatus[standing(one)]}
            text={`Version ${one.version}: ${standingStatus[standing(one)].word.toLowerCase()}`}
          />
        </button>
      ))}
    </nav>
  );
}
