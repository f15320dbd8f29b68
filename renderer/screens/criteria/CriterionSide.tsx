import { Button } from '@mantine/core';
import { recordTarget } from '../../../shared/domain/findings/target.ts';
import type { Criterion } from '../../../shared/domain/records/criterion.ts';
import { evidenceKey } from '../../../shared/domain/records/evidence.ts';
import { standingsOf } from '../../../shared/domain/records/evidenceStanding.ts';
import { modificationKey, viewKey } from '../../../shared/domain/records/recordKinds.ts';
import { bodiesOfRelease } from '../../../shared/domain/rulebook/bodiesOfRelease.ts';
import { SidePanel } from '../../components/SidePanel.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { openTarget } from '../../places/openTarget.ts';
import { attachFiles } from '../../stores/fileActions.ts';
import { useFacts, useFactsThen, useFindings, useViewHistories } from '../../stores/useFacts.ts';
import buttons from '../../styles/buttons.module.css';
import lists from '../../styles/lists.module.css';
import { ViewHistoryList } from '../committees/ViewHistoryList.tsx';
import { DropPlace } from '../evidence/DropPlace.tsx';
import { standingStatus } from '../evidence/evidenceColumns.tsx';
import { staleViews } from '../positionCounts.ts';

/** Everything on one criterion: its evidence, a place to drop more, and its fields. */
export function CriterionSide({ criterion, close }: { readonly criterion: Criterion; readonly close: () => void }) {
  const facts = useFacts();
  const then = useFactsThen();
  const items = then.evidence.filter((item) => item.criteria?.includes(criterion.reference));
  const standing = standingsOf(then.evidence);
  const link = { criteria: [criterion.reference] };
  return (
    <SidePanel
      kind="criterion"
      record={criterion}
      close={close}
      suggestions={{
        bodies: ['TAG', 'OPSG', 'TABASC', 'SSC', 'SMKI PMA'],
        'needs.kinds': ['report', 'list', 'record', 'statement'],
        modifications: facts.modifications.map(modificationKey),
      }}
    >
      <ul className={lists.quiet} aria-label={`Evidence for ${criterion.reference}`}>
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" className={buttons.link} onClick={() => openTarget(recordTarget('evidence', item))}>
              {evidenceKey(item)}
            </button>{' '}
            {item.title} <StatusPill status={standingStatus[standing(item)]} />
          </li>
        ))}
      </ul>
      <CriterionViews criterion={criterion} />
      <div data-field="evidence">
        <DropPlace onFiles={(files) => void attachFiles(files, link)}>
          <Button variant="default" size="compact-xs" onClick={() => void attachFiles(null, link)}>
            Attach evidence…
          </Button>
        </DropPlace>
      </div>
    </SidePanel>
  );
}

/** What each body said of the criterion, and what became of its earlier words. */
function CriterionViews({ criterion }: { readonly criterion: Criterion }) {
  const facts = useFacts();
  const histories = useViewHistories();
  const stale = staleViews(useFindings());
  return bodiesOfRelease(facts)
    .map((body) => ({ body, history: histories.of(body, criterion.reference) }))
    .filter(({ history }) => history.all.length > 0)
    .map(({ body, history }) => (
      <section key={body}>
        <b>{body}</b>
        <ViewHistoryList
          name={`What ${body} said of ${criterion.reference}`}
          history={history}
          isStale={stale.has(viewKey({ body, criterion: criterion.reference }))}
          open={(id) => openTarget({ kind: 'view', id, key: null, field: null })}
        />
      </section>
    ));
}
