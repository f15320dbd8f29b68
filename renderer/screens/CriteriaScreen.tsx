import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { positionStatus, selfStatusStatus } from '../../shared/domain/readiness/vocabulary.ts';
import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import { FindingsPanel } from '../components/FindingsPanel.tsx';
import { Empty, Panel } from '../components/Panel.tsx';
import { SidePanel } from '../components/SidePanel.tsx';
import { StatusPill } from '../components/StatusPill.tsx';
import { goTo } from '../stores/appStore.ts';
import { attachFiles } from '../stores/fileActions.ts';
import { createRecord } from '../stores/releaseStore.ts';
import { latestViews } from './positionCounts.ts';
import { bodiesOf, useFacts } from './useFacts.ts';
import { useTarget } from './useTarget.ts';

/** The acceptance criteria: owner, status, evidence, and where each body stands. */
export function CriteriaScreen() {
  const facts = useFacts();
  const { criteria } = facts;
  const [selected, setSelected] = useState<string | null>(
    useTarget('criterion', criteria, (criterion) => criterion.reference),
  );
  const chosen = criteria.find((criterion) => criterion.id === selected);
  const bodies = bodiesOf(facts).filter((body) => criteria.some((criterion) => criterion.bodies?.includes(body)));
  const latest = latestViews(facts.views);
  const evidenceCount = new Map<string, number>();
  for (const item of facts.evidence)
    for (const reference of item.criteria ?? []) evidenceCount.set(reference, (evidenceCount.get(reference) ?? 0) + 1);
  const add = async () => setSelected(await createRecord('criterion', { reference: nextReference(criteria) }));
  const action = (
    <Button variant="default" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={() => void add()}>
      Add criterion
    </Button>
  );
  return (
    <div className="stack">
      <div className={chosen ? 'columns' : ''}>
        <Panel title="Acceptance criteria" note={`${criteria.length}`} action={action}>
          {criteria.length === 0 ? (
            <Empty title="No acceptance criteria yet">
              The implementation plan in the RID sets them out (§5.1); the CSC is shown that each is met (§5.3).
            </Empty>
          ) : null}
          {criteria.length > 0 ? (
            <table className="grid-table">
              <thead>
                <tr>
                  <th className="fit">Reference</th>
                  <th>Criterion</th>
                  <th className="fit">Owner</th>
                  <th className="fit">Status</th>
                  <th className="fit">Evidence</th>
                  {bodies.map((body) => (
                    <th key={body} className="fit">
                      {body}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {criteria.map((criterion) => (
                  <tr key={criterion.id} data-selected={criterion.id === selected}>
                    <td className="fit">
                      <button type="button" className="row-link" onClick={() => setSelected(criterion.id ?? null)}>
                        {criterion.reference}
                      </button>
                    </td>
                    <td>{criterion.text ?? <span className="note">no wording yet</span>}</td>
                    <td className="fit">{criterion.owner ?? '–'}</td>
                    <td className="fit">
                      {criterion.selfStatus ? (
                        <StatusPill status={selfStatusStatus[criterion.selfStatus]} />
                      ) : (
                        <span className="note">not stated</span>
                      )}
                    </td>
                    <td className="fit">{evidenceCount.get(criterion.reference) ?? 0}</td>
                    {bodies.map((body) => {
                      const view = latest.get(`${body}/${criterion.reference}`);
                      if (view?.position)
                        return (
                          <td key={body} className="fit">
                            <StatusPill status={positionStatus[view.position]} />
                          </td>
                        );
                      const asked = view ? 'asked' : criterion.bodies?.includes(body) ? 'not asked' : '';
                      return (
                        <td key={body} className="fit">
                          <span className="note">{asked}</span>
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
        </Panel>
        {chosen ? (
          <SidePanel
            kind="criterion"
            record={chosen}
            close={() => setSelected(null)}
            suggestions={{
              bodies: ['TAG', 'OPSG', 'TABASC', 'SSC', 'SMKI PMA'],
              'needs.kinds': ['report', 'list', 'record', 'statement'],
            }}
          >
            <div>
              <div className="pills">
                {facts.evidence
                  .filter((item) => item.criteria?.includes(chosen.reference))
                  .map((item) => (
                    <button
                      key={item.id}
                      type="button"
                      className="row-link"
                      title={item.title ?? ''}
                      onClick={() => goTo('evidence', `evidence:${evidenceKey(item)}`)}
                    >
                      {evidenceKey(item)}
                    </button>
                  ))}
                <Button
                  variant="default"
                  size="compact-xs"
                  onClick={() => void attachFiles(null, { criteria: [chosen.reference] })}
                >
                  Attach evidence…
                </Button>
              </div>
            </div>
          </SidePanel>
        ) : null}
      </div>
      <FindingsPanel title="What the rulebook says of the criteria" rules={['criteria.']} />
    </div>
  );
}

/** `AC-01`, `AC-02`, …: the next free one. */
function nextReference(criteria: readonly { readonly reference: string }[]): string {
  const numbers = criteria.map((criterion) => Number(/^AC-(\d+)$/.exec(criterion.reference)?.[1] ?? 0));
  return `AC-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}
