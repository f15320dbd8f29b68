import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { modificationKey } from '../../shared/domain/records/recordKinds.ts';
import { FindingsPanel } from '../components/FindingsPanel.tsx';
import { Empty, Panel } from '../components/Panel.tsx';
import { RecordList } from '../components/RecordList.tsx';
import { SidePanel } from '../components/SidePanel.tsx';
import { wordFor } from '../fields/fieldSpec.ts';
import { createRecord } from '../stores/releaseStore.ts';
import { useFacts } from './useFacts.ts';
import { useTarget } from './useTarget.ts';

/** The modifications in and around the scope, the decisions that set it, and the Release Implementation Document. */
export function ScopeScreen() {
  const facts = useFacts();
  return (
    <div className="stack">
      <Modifications />
      <div className="halves">
        <RecordList
          kind="scopeDecision"
          title="Scope decisions"
          records={facts.scopeDecisions}
          whenEmpty="The decision that set the scope, with its date: 12 months before for systems, 6 for documents (§4.3)."
          fresh={{ body: 'CSC' }}
        />
        <RecordList
          kind="ridVersion"
          title="Release Implementation Document"
          records={facts.rid.versions}
          whenEmpty="Prepared when the first modification is approved, then kept updated (§4.2)."
        />
        <RecordList
          kind="notLive"
          title="Not live after this release"
          records={facts.release.notLive}
          whenEmpty="Parts that are delivered later, so that nobody takes them for live."
        />
        <RecordList
          kind="ridComment"
          title="Comments on the RID"
          records={facts.rid.comments}
          whenEmpty="Any Party may comment on its contents (§4.2)."
        />
      </div>
      <FindingsPanel title="What the rulebook says of the scope and the RID" rules={['scope.', 'rid.', 'type.']} />
    </div>
  );
}

function Modifications() {
  const { modifications } = useFacts();
  const [selected, setSelected] = useState<string | null>(useTarget('modification', modifications, modificationKey));
  const chosen = modifications.find((modification) => modification.id === selected);
  const add = async () =>
    setSelected(
      await createRecord('modification', {
        reference: freeReference(modifications),
        status: 'targeted',
        inScope: true,
      }),
    );
  const action = (
    <Button variant="default" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={() => void add()}>
      Add modification
    </Button>
  );
  return (
    <div className={chosen ? 'columns' : ''}>
      <Panel
        title="Modifications"
        note={`${modifications.filter((each) => each.inScope !== false).length} in scope`}
        action={action}
      >
        {modifications.length === 0 ? (
          <Empty title="Nothing is in scope yet">
            A release is one or more modifications (§2). Add them by reference, such as MP150.
          </Empty>
        ) : null}
        {modifications.length > 0 ? (
          <table className="grid-table">
            <thead>
              <tr>
                <th className="fit">Reference</th>
                <th>Title</th>
                <th className="fit">Impacts</th>
                <th className="fit">Status</th>
                <th className="fit">In scope</th>
                <th className="fit">Implementation</th>
              </tr>
            </thead>
            <tbody>
              {modifications.map((modification) => (
                <tr key={modification.id} data-selected={modification.id === selected}>
                  <td className="fit">
                    <button type="button" className="row-link" onClick={() => setSelected(modification.id ?? null)}>
                      {modificationKey(modification)}
                    </button>
                  </td>
                  <td>{modification.title}</td>
                  <td className="fit">
                    {modification.impacts ? (
                      modification.impacts.map(wordFor).join(', ') || 'none'
                    ) : (
                      <span className="note">not stated</span>
                    )}
                  </td>
                  <td className="fit">{modification.status ?? '–'}</td>
                  <td className="fit">{modification.inScope === false ? 'No' : modification.inScope ? 'Yes' : '–'}</td>
                  <td className="fit">
                    {modification.implementationDate ? formatDate(modification.implementationDate) : '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Panel>
      {chosen ? <SidePanel kind="modification" record={chosen} close={() => setSelected(null)} /> : null}
    </div>
  );
}

function freeReference(modifications: readonly { readonly reference: string }[]): string {
  const taken = new Set(modifications.map((modification) => modification.reference));
  for (let number = 1; ; number += 1) if (!taken.has(`MP-new-${number}`)) return `MP-new-${number}`;
}
