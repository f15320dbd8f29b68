import { Button } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { currentEvidence, type Evidence, evidenceKey } from '../../shared/domain/records/evidence.ts';
import { Empty, Panel } from '../components/Panel.tsx';
import { ShowMore } from '../components/ShowMore.tsx';
import { SidePanel } from '../components/SidePanel.tsx';
import { attachFiles, chooseReplacement, saveCopy } from '../stores/fileActions.ts';
import { openModal } from '../stores/modalStore.ts';
import { createRecord } from '../stores/releaseStore.ts';
import { useFacts } from './useFacts.ts';
import { useTarget } from './useTarget.ts';

const shownAtOnce = 200;

/** Evidence items with their files: dropped, chosen, versioned, and linked to the criteria they speak for. */
export function EvidenceScreen() {
  const facts = useFacts();
  const { evidence, criteria } = facts;
  const [selected, setSelected] = useState<string | null>(useTarget('evidence', evidence, evidenceKey));
  const [limit, setLimit] = useState(shownAtOnce);
  const chosen = evidence.find((item) => item.id === selected);
  const current = new Set(currentEvidence(evidence).map(evidenceKey));
  const attach = async (dropped: readonly File[] | null) => {
    const added = await attachFiles(dropped, {});
    if (added.length === 1 && added[0]) setSelected(added[0]);
  };
  const action = (
    <span className="pills">
      <Button variant="default" size="compact-xs" onClick={() => void attach(null)}>
        Attach files…
      </Button>
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() =>
          void createRecord('evidence', { reference: freeReference(evidence), status: 'draft' }).then(setSelected)
        }
      >
        Add without a file
      </Button>
    </span>
  );
  return (
    <div className={chosen ? 'columns' : ''}>
      <Panel title="Evidence" note={`${evidence.length}`} action={action}>
        <div className="stack">
          <DropPlace onFiles={(files) => void attach(files)} />
          {evidence.length === 0 ? (
            <Empty title="No evidence yet">
              Drop reports, lists and records here. Each gets a reference, its SHA-256 and a place in the pack.
            </Empty>
          ) : null}
          {evidence.length > 0 ? (
            <table className="grid-table">
              <thead>
                <tr>
                  <th className="fit">Reference</th>
                  <th>Title</th>
                  <th className="fit">For</th>
                  <th className="fit">Provider</th>
                  <th className="fit">Status</th>
                  <th className="fit">Effective</th>
                  <th>File</th>
                </tr>
              </thead>
              <tbody>
                {evidence.slice(0, limit).map((item) => (
                  <tr key={item.id} data-selected={item.id === selected}>
                    <td className="fit">
                      <button type="button" className="row-link" onClick={() => setSelected(item.id ?? null)}>
                        {evidenceKey(item)}
                      </button>
                    </td>
                    <td>{item.title}</td>
                    <td className="fit">{item.criteria?.join(', ') || <span className="note">unlinked</span>}</td>
                    <td className="fit">{item.provider ?? '–'}</td>
                    <td className="fit">
                      {item.status ?? '–'}
                      {current.has(evidenceKey(item)) ? null : <span className="note"> · not current</span>}
                    </td>
                    <td className="fit">{item.effectiveOn ? formatDate(item.effectiveOn) : '–'}</td>
                    <td>{item.file ?? <span className="note">{item.sha256 ? 'taken out' : 'no file'}</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
          <ShowMore total={evidence.length} limit={limit} setLimit={setLimit} />
        </div>
      </Panel>
      {chosen ? (
        <SidePanel
          kind="evidence"
          record={chosen}
          close={() => setSelected(null)}
          suggestions={{ criteria: criteria.map((criterion) => criterion.reference) }}
        >
          <FileOf evidence={chosen} />
        </SidePanel>
      ) : null}
    </div>
  );
}

function FileOf({ evidence }: { readonly evidence: Evidence }) {
  const id = evidence.id ?? '';
  if (!evidence.sha256) {
    return (
      <Button variant="default" size="compact-xs" onClick={() => void chooseReplacement(id)}>
        Attach its file…
      </Button>
    );
  }
  return (
    <div className="stack">
      <div>
        <b>{evidence.file ?? 'The content was taken out'}</b>{' '}
        <span className="note">{sizeInWords(evidence.bytes)}</span>
        <div className="hash">SHA-256 {evidence.sha256}</div>
      </div>
      {evidence.file ? (
        <div className="pills">
          <Button variant="default" size="compact-xs" onClick={() => void saveCopy(id)}>
            Show a copy
          </Button>
          <Button
            variant="default"
            size="compact-xs"
            onClick={() =>
              void attachFiles(null, {
                supersedes: evidenceKey(evidence),
                criteria: evidence.criteria,
                title: evidence.title,
                kind: evidence.kind,
                provider: evidence.provider,
              })
            }
          >
            New version…
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={() => void chooseReplacement(id)}>
            Wrong file, replace…
          </Button>
          <Button variant="subtle" color="red" size="compact-xs" onClick={() => openModal('purge', id)}>
            Take out for good…
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function DropPlace({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section
      className="drop"
      aria-label="Drop files here"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      Drop files here; each becomes an evidence item. Nothing leaves this machine.
    </section>
  );
}

function sizeInWords(bytes: number | null): string {
  if (bytes === null) return '';
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function freeReference(evidence: readonly Evidence[]): string {
  const numbers = evidence.map((item) => Number(/^EV-(\d+)$/.exec(item.reference)?.[1] ?? 0));
  return `EV-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
