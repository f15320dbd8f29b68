import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { documentsOf } from '../../../shared/domain/records/documentFiles.ts';
import { type Evidence, evidenceKey } from '../../../shared/domain/records/evidence.ts';
import {
  type EvidenceTray,
  evidenceTrays,
  standingsOf,
  traysOf,
} from '../../../shared/domain/records/evidenceStanding.ts';
import { FilterInput } from '../../components/FilterInput.tsx';
import { FindingsPanel } from '../../components/FindingsPanel.tsx';
import type { GridAction } from '../../components/grid/column.ts';
import { RecordGrid } from '../../components/grid/RecordGrid.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { useListBehalf } from '../../fields/behalf.ts';
import { freshRecord } from '../../places/freshRecord.ts';
import { useAppStore } from '../../stores/appStore.ts';
import { showFresh, useEvidenceStore } from '../../stores/evidenceStore.ts';
import { attachFiles } from '../../stores/fileActions.ts';
import { createRecord } from '../../stores/releaseStore.ts';
import { showReturned } from '../../stores/returnedStore.ts';
import { useAsOf, useFacts, useFactsThen } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import { useOpened } from '../useOpened.ts';
import { ChosenEvidence } from './ChosenEvidence.tsx';
import { DropPlace } from './DropPlace.tsx';
import { EvidenceSide } from './EvidenceSide.tsx';
import { evidenceColumns } from './evidenceColumns.tsx';
import { evidenceMoves } from './evidenceMoves.ts';
import { NewFiles } from './NewFiles.tsx';
import { moveEvidence } from './StatusMoves.tsx';

const trayNames: Readonly<Record<EvidenceTray, string>> = {
  all: 'All',
  unlinked: 'Not linked',
  draft: 'Drafts',
  submitted: 'To decide',
  rejected: 'Rejected',
  settled: 'Past versions',
};

/** Evidence items with their files: dropped or chosen, linked, submitted and decided. */
export function EvidenceScreen() {
  const facts = useFacts();
  const { evidence, rid, tad } = useFactsThen();
  const asOf = useAsOf();
  const [opened, setOpened] = useOpened('evidence');
  const fresh = useEvidenceStore((state) => state.fresh);
  const [tray, setTray] = useState<EvidenceTray>('all');
  const [filter, setFilter] = useState('');
  const { rows, counts, columns } = useMemo(
    () => sortIntoTrays(evidence, documentsOf({ rid, tad }), tray),
    [evidence, rid, tad, tray],
  );
  const item = facts.evidence.find((one) => one.id === opened);
  // What is done is done to the item as it is recorded, also where the list shows it on an earlier day.
  const recordedOf = (items: readonly Evidence[]) => {
    const ids = new Set(items.map(({ id }) => id));
    return facts.evidence.filter(({ id }) => ids.has(id));
  };
  const behalf = useListBehalf('evidence', facts.evidence);
  const attach = async (dropped: readonly File[] | null) => {
    if (dropped && (await showReturned(dropped))) return;
    const added = await attachFiles(dropped, {});
    const [only] = added;
    if (added.length === 1 && only) setOpened(only);
    if (added.length > 1) showFresh(added);
  };
  const addWithoutFile = () =>
    void createRecord('evidence', freshRecord('evidence', null, facts) ?? {}).then(setOpened);
  return (
    <div className={layout.stack}>
      {fresh.length > 0 ? <NewFiles ids={fresh} done={() => showFresh([])} /> : null}
      <div className={item ? layout.columns : ''}>
        <Panel title="Evidence" note={`${evidence.length}`} list="evidence" behalf={behalf}>
          <div className={layout.stack}>
            <DropPlace onFiles={(files) => void attach(files)}>
              <Button variant="default" size="compact-xs" onClick={() => void attach(null)}>
                Attach files…
              </Button>
              <Button variant="subtle" size="compact-xs" onClick={addWithoutFile}>
                Add without a file
              </Button>
            </DropPlace>
            {evidence.length > 0 ? (
              <div className={layout.toolbar}>
                <SegmentedControl
                  size="xs"
                  aria-label="Which evidence"
                  value={tray}
                  onChange={(next) => setTray(next as EvidenceTray)}
                  data={evidenceTrays.map((value) => ({ value, label: `${trayNames[value]} ${counts[value]}` }))}
                />
                <FilterInput label="Filter evidence" value={filter} change={setFilter} />
              </div>
            ) : null}
            <RecordGrid
              kind="evidence"
              label="Evidence"
              rows={rows}
              columns={columns}
              nameOf={evidenceKey}
              opened={opened}
              open={setOpened}
              barFor={(ids, clear) => <ChosenEvidence ids={ids} clear={clear} />}
              filter={filter}
              actionsFor={(items) => actionsFor(recordedOf(items), behalf.isOn)}
              whenEmpty={
                evidence.length === 0 && facts.evidence.length > 0 ? (
                  <Empty title={`Nothing had been added by ${formatDate(asOf)}`}>
                    The day that an item was added stands on it, and can be set to an earlier one.
                  </Empty>
                ) : evidence.length === 0 ? (
                  <Empty title="No evidence yet">
                    Drop reports, lists and records here. Each gets a reference, its SHA-256 and a place in the pack.
                  </Empty>
                ) : (
                  <Empty title={`Nothing under “${trayNames[tray]}”`}>The other lists hold the rest.</Empty>
                )
              }
            />
          </div>
        </Panel>
        {item ? <EvidenceSide key={item.id} item={item} close={() => setOpened(null)} open={setOpened} /> : null}
      </div>
      <FindingsPanel title="What the rulebook says of the evidence" screen="evidence" />
    </div>
  );
}

/** What can be done with the chosen items at once; what asks for a reason is in the bar above the list. */
function actionsFor(items: readonly Evidence[], isOnBehalf: boolean): readonly GridAction[] {
  const role = useAppStore.getState().status?.profile?.role ?? null;
  return evidenceMoves(items, role, isOnBehalf)
    .moves.filter((status) => status !== 'rejected' && status !== 'withdrawn')
    .map((status) => ({
      label: { draft: 'Back to draft', submitted: 'Submit', accepted: 'Accept' }[status],
      run: () => moveEvidence(items, status, isOnBehalf),
    }));
}

function sortIntoTrays(evidence: readonly Evidence[], documents: ReadonlyMap<string, string>, tray: EvidenceTray) {
  const standing = standingsOf(evidence);
  const counts: Record<EvidenceTray, number> = { all: 0, unlinked: 0, draft: 0, submitted: 0, rejected: 0, settled: 0 };
  const rows = evidence.filter((item) => {
    const trays = traysOf(item, standing(item), documents.has(item.reference));
    for (const name of trays) counts[name] += 1;
    return trays.includes(tray);
  });
  return { rows, counts, columns: evidenceColumns(standing, documents) };
}
