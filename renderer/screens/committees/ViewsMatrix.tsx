import { Button } from '@mantine/core';
import { useState } from 'react';
import { recordTarget } from '../../../shared/domain/readiness/target.ts';
import { positionStatus } from '../../../shared/domain/readiness/vocabulary.ts';
import type { View } from '../../../shared/domain/records/committees.ts';
import { LongText } from '../../components/LongText.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { goTo } from '../../stores/appStore.ts';
import { beginImport } from '../../stores/importStore.ts';
import { createRecord, useReleaseStore } from '../../stores/releaseStore.ts';
import { latestViews } from '../positionCounts.ts';
import { bodiesOf, useFacts, useFindings } from '../useFacts.ts';

/** Criterion × body: what was asked and said, and what no longer stands. */
export function ViewsMatrix({ record }: { readonly record: () => void }) {
  const facts = useFacts();
  const findings = useFindings();
  const [selected, setSelected] = useState<string | null>(null);
  const bodies = bodiesOf(facts);
  const latest = latestViews(facts.views);
  const chosen = facts.views.find((view) => view.id === selected);
  const today = useReleaseStore((state) => state.open?.readiness.asOf ?? null);
  const stale = new Set(
    findings.filter((each) => each.rule === 'input.fresh' && each.outcome === 'notMet').map((each) => each.subject),
  );
  const open = async (body: string, criterion: string) => {
    const known = latest.get(`${body}/${criterion}`);
    setSelected(known ? (known.id ?? null) : await createRecord('view', { body, criterion, askedOn: today }));
  };
  return (
    <div className={chosen ? 'columns' : ''}>
      <Panel
        title="Views"
        note="choose a cell to record what a body was asked or said"
        action={
          <span className="pills">
            <Button size="compact-xs" onClick={record} disabled={facts.criteria.length === 0}>
              Record a meeting…
            </Button>
            <Button variant="default" size="compact-xs" onClick={() => beginImport('views')}>
              Paste a meeting's table…
            </Button>
          </span>
        }
      >
        {facts.criteria.length === 0 ? (
          <Empty title="No acceptance criteria yet">Views are given on criteria; enter those first.</Empty>
        ) : (
          <div className="table-place">
            <table className="grid-table">
              <thead>
                <tr>
                  <th className="fit">Criterion</th>
                  <th className="wide">Wording</th>
                  {bodies.map((body) => (
                    <th key={body} className="fit">
                      {body}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {facts.criteria.map((criterion) => (
                  <tr key={criterion.id}>
                    <td className="fit">
                      <button
                        type="button"
                        className="row-link"
                        onClick={() => goTo('criteria', recordTarget('criterion', criterion))}
                      >
                        {criterion.reference}
                      </button>
                    </td>
                    <td>
                      <LongText text={criterion.text ?? ''} />
                    </td>
                    {bodies.map((body) => {
                      const key = `${body}/${criterion.reference}`;
                      return (
                        <td key={body} className="fit">
                          <ViewCell
                            name={`${body} on ${criterion.reference}`}
                            view={latest.get(key)}
                            wanted={criterion.bodies?.includes(body) ?? false}
                            stale={stale.has(key)}
                            open={() => void open(body, criterion.reference)}
                          />
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      {chosen ? (
        <SidePanel
          kind="view"
          record={chosen}
          title={`${chosen.body} on ${chosen.criterion}`}
          close={() => setSelected(null)}
        >
          <Stamp view={chosen} />
        </SidePanel>
      ) : null}
    </div>
  );
}

interface ViewCellProps {
  readonly name: string;
  readonly view: View | undefined;
  readonly wanted: boolean;
  readonly stale: boolean;
  readonly open: () => void;
}

function ViewCell({ name, view, wanted, stale, open }: ViewCellProps) {
  const word = view?.position ? positionStatus[view.position].word : view ? 'asked' : wanted ? 'not asked' : 'add';
  return (
    <button
      type="button"
      className="cell-button"
      aria-label={`${name}: ${word}${stale ? ', stale' : ''}`}
      onClick={open}
    >
      {view?.position ? <StatusPill status={positionStatus[view.position]} /> : <span className="note">{word}</span>}
      {stale ? <StatusPill status={{ word: 'Stale', sign: '▲', tone: 'short' }} /> : null}
    </button>
  );
}

/** What the body saw when it gave its view. */
function Stamp({ view }: { readonly view: View }) {
  if (!view.position)
    return (
      <p className="note">
        When a position is recorded, it is stamped with the wording and the evidence that the body saw.
      </p>
    );
  const seen = view.saw?.map((saw) => saw.evidence).join(', ');
  return (
    <p className="note">
      Saw {seen ? `${seen} and ` : ''}the wording{view.sawText ? '' : ' (not recorded)'}.
    </p>
  );
}
