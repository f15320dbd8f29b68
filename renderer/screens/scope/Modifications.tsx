import { useMemo, useState } from 'react';
import { wordFor } from '../../../shared/domain/catalogue/words.ts';
import { modificationStatusStatus, type Status } from '../../../shared/domain/findings/vocabulary.ts';
import { type Modification, modificationStatuses } from '../../../shared/domain/records/modification.ts';
import { modificationKey } from '../../../shared/domain/records/recordKinds.ts';
import { type ScopeIndex, scopeIndexOf } from '../../../shared/domain/rulebook/context/scopeIndex.ts';
import { ChosenBar } from '../../components/ChosenBar.tsx';
import { ChosenFields } from '../../components/ChosenFields.tsx';
import { ChosenSelect } from '../../components/ChosenSelect.tsx';
import { FilterInput } from '../../components/FilterInput.tsx';
import { type Column, dateTrack } from '../../components/grid/column.ts';
import { RecordGrid } from '../../components/grid/RecordGrid.tsx';
import { specColumn } from '../../components/grid/specColumn.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { TableActions } from '../../components/TableActions.tsx';
import { useIsOnBehalf } from '../../fields/behalf.ts';
import { options } from '../../fields/fieldSpec.ts';
import { saveTable } from '../../stores/fileActions.ts';
import { beginImport } from '../../stores/importStore.ts';
import { saveMany } from '../../stores/releaseStore.ts';
import { useAsOf, useFactsThen } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import { useTable } from '../useTable.ts';

const notStated: Status = { word: 'Not stated', sign: '?', tone: 'cannotTell' };

/** Whether one is in scope is told as of the day that the screen shows. */
function columnsOf(scope: ScopeIndex): readonly Column<Modification>[] {
  const [inScope, later] = [new Set(scope.modifications), new Set(scope.planned)];
  return [
    { id: 'key', title: 'Reference', track: '110px', text: modificationKey },
    specColumn('modification', 'title', 'minmax(180px, 3fr)'),
    specColumn('modification', 'impacts', 'minmax(130px, 1.6fr)', {
      text: (one) => one.impacts?.map(wordFor).join(', ') ?? 'not stated',
    }),
    specColumn('modification', 'status', '104px', {
      spare: 1,
      status: ({ status }) => (status ? modificationStatusStatus[status] : notStated),
    }),
    {
      id: 'inScope',
      title: 'In scope',
      track: '62px',
      spare: 3,
      text: (one) => (inScope.has(one) ? 'Yes' : later.has(one) ? 'Later' : 'No'),
    },
    specColumn('modification', 'implementationDate', dateTrack(), { title: 'Implementation', spare: 2 }),
  ];
}

/** What is in and around the scope: one by one, or from a table. */
export function Modifications() {
  const then = useFactsThen();
  const { modifications } = then;
  const asOf = useAsOf();
  const scope = useMemo(() => scopeIndexOf(then, asOf), [then, asOf]);
  const columns = useMemo(() => columnsOf(scope), [scope]);
  const { opened, setOpened, chosen, behalf, add } = useTable('modification', (facts) => facts.modifications);
  const [filter, setFilter] = useState('');
  const action = (
    <TableActions
      mayAdd={behalf.mayAdd}
      noun="modification"
      add={add}
      importAs="scope"
      save={modifications.length > 0 ? () => saveTable('modifications') : null}
    />
  );
  return (
    <div className={chosen ? layout.columns : ''}>
      <Panel
        title="Modifications"
        note={`${scope.modifications.length} in scope${scope.planned.length > 0 ? `, ${scope.planned.length} to join` : ''}`}
        action={action}
        list="modification"
        behalf={behalf}
      >
        <div className={layout.stack}>
          {modifications.length > 8 ? (
            <div className={layout.toolbar}>
              <FilterInput label="Filter modifications" value={filter} change={setFilter} />
            </div>
          ) : null}
          <RecordGrid
            kind="modification"
            label="Modifications"
            rows={modifications}
            columns={columns}
            nameOf={modificationKey}
            opened={opened}
            open={setOpened}
            barFor={(ids, clear) => <ChosenModifications ids={ids} clear={clear} />}
            filter={filter}
            onPaste={(text) => beginImport('scope', { text })}
            whenEmpty={
              <Empty title="Nothing is in scope yet">
                A release is one or more modifications (§2). Add them by reference, such as MP150, or import a list.
              </Empty>
            }
          />
        </div>
      </Panel>
      {chosen ? <SidePanel kind="modification" record={chosen} close={() => setOpened(null)} /> : null}
    </div>
  );
}

function ChosenModifications({ ids, clear }: { readonly ids: ReadonlySet<string>; readonly clear: () => void }) {
  const isOnBehalf = useIsOnBehalf();
  const setAll = (fields: Record<string, unknown>) =>
    void saveMany(
      [...ids].map((id) => ({ kind: 'modification' as const, id, fields })),
      isOnBehalf,
    );
  return (
    <ChosenBar what="modifications" count={ids.size} clear={clear}>
      <ChosenSelect
        label="Status"
        data={options(modificationStatuses)}
        set={(status) => setAll({ status })}
        width={130}
      />
      <ChosenFields kind="modification" ids={ids} clear={clear} />
    </ChosenBar>
  );
}
