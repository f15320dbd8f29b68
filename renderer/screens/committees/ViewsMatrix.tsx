import { Button } from '@mantine/core';
import { londonDay } from '../../../shared/domain/calendar/londonDay.ts';
import { newRecord, recordTarget } from '../../../shared/domain/findings/target.ts';
import { bodyOf } from '../../../shared/domain/records/bodies.ts';
import { viewKey } from '../../../shared/domain/records/recordKinds.ts';
import { bodiesOfRelease, isPutTo } from '../../../shared/domain/rulebook/bodiesOfRelease.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { LongText } from '../../components/LongText.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { PanelActions } from '../../components/PanelActions.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { openTarget } from '../../places/openTarget.ts';
import { begunIn, useBegun } from '../../stores/begunRecords.ts';
import { beginImport } from '../../stores/importStore.ts';
import { createRecord } from '../../stores/releaseStore.ts';
import { useFacts, useFindings, useViewHistories } from '../../stores/useFacts.ts';
import buttons from '../../styles/buttons.module.css';
import layout from '../../styles/layout.module.css';
import tables from '../../styles/tables.module.css';
import { staleViews } from '../positionCounts.ts';
import { useOpened } from '../useOpened.ts';
import { Stamp } from './Stamp.tsx';
import { ViewCell } from './ViewCell.tsx';
import { ViewHistoryList } from './ViewHistoryList.tsx';

/** Criterion × body: what was asked and said, and what no longer stands. */
export function ViewsMatrix({ record }: { readonly record: () => void }) {
  const facts = useFacts();
  const findings = useFindings();
  const [selected, setSelected] = useOpened('view');
  const bodies = bodiesOfRelease(facts);
  const histories = useViewHistories();
  const begun = useBegun('view');
  const chosen = facts.views.find((view) => view.id === selected) ?? begunIn(begun, selected);
  const stale = staleViews(findings);
  // Looking records nothing: where there is no view yet, a form opens in which one may be begun.
  const open = (body: string, criterion: string) => {
    const { standing, asked, all } = histories.of(body, criterion);
    const known = asked ?? standing ?? all[0]?.view;
    if (known) setSelected(known.id ?? null);
    else openTarget(newRecord('view', viewKey({ body, criterion }), 'askedOn'));
  };
  // Asked today, whichever day is looked at.
  const askBody = (body: string, criterion: string) =>
    createRecord('view', { body, criterion, askedOn: londonDay(Date.now()) });
  return (
    <div className={chosen ? layout.columns : ''}>
      <Panel
        title="Views"
        note="choose a cell to record what a body was asked or said"
        action={
          <PanelActions>
            <ActionButton
              size="compact-xs"
              onClick={record}
              why={facts.criteria.length === 0 ? 'There is no criterion yet that a body could speak of.' : null}
            >
              Record a meeting…
            </ActionButton>
            <Button variant="default" size="compact-xs" onClick={() => beginImport('views')}>
              Paste a meeting's table…
            </Button>
          </PanelActions>
        }
      >
        {facts.criteria.length === 0 ? (
          <Empty title="No acceptance criteria yet">Views are given on criteria; enter those first.</Empty>
        ) : (
          <div className={tables.place}>
            <table className={tables.table}>
              <thead>
                <tr>
                  <th className={tables.fit}>Criterion</th>
                  <th className={tables.wide}>Wording</th>
                  {bodies.map((body) => (
                    <th key={body} className={tables.fit}>
                      {body}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {facts.criteria.map((criterion) => (
                  <tr key={criterion.id}>
                    <td className={tables.fit}>
                      <button
                        type="button"
                        className={buttons.link}
                        onClick={() => openTarget(recordTarget('criterion', criterion))}
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
                        <td key={body} className={tables.fit}>
                          <ViewCell
                            name={`${body} on ${criterion.reference}`}
                            history={histories.of(body, criterion.reference)}
                            wanted={isPutTo(criterion, body)}
                            stale={stale.has(key)}
                            open={() => open(body, criterion.reference)}
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
          title={`${bodyOf(chosen.body)} on ${chosen.criterion}`}
          close={() => setSelected(null)}
        >
          <ViewHistoryList
            name={`What ${bodyOf(chosen.body)} said of ${chosen.criterion}`}
            history={histories.of(chosen.body, chosen.criterion)}
            isStale={stale.has(viewKey({ body: bodyOf(chosen.body), criterion: chosen.criterion }))}
            open={setSelected}
          />
          <Stamp view={chosen} askAgain={() => void askBody(chosen.body, chosen.criterion).then(setSelected)} />
        </SidePanel>
      ) : null}
    </div>
  );
}
