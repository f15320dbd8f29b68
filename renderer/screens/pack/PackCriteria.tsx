import { useMemo, useState } from 'react';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { positionStatus, selfStatusStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { bodyOf } from '../../../shared/domain/records/bodies.ts';
import { evidenceKey } from '../../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { ShowMore } from '../../components/ShowMore.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';

const shownAtOnce = 40;

/** Each criterion of a pack with what is claimed of it, the evidence it rests on, and what the bodies said. */
export function PackCriteria({ facts }: { readonly facts: ReleaseFacts }) {
  const [limit, setLimit] = useState(shownAtOnce);
  const evidence = useMemo(() => byCriterion(facts.evidence, (item) => item.criteria), [facts]);
  const views = useMemo(() => byCriterion(facts.views, (view) => [view.criterion]), [facts]);
  if (facts.criteria.length === 0) return <p className={texts.note}>It names no acceptance criterion.</p>;
  return (
    <>
      <ul className={lists.quiet}>
        {facts.criteria.slice(0, limit).map((criterion) => (
          <li key={criterion.reference}>
            <p>
              <b>{criterion.reference}</b>{' '}
              {criterion.selfStatus ? <StatusPill status={selfStatusStatus[criterion.selfStatus]} /> : null}{' '}
              <span className={texts.note}>{criterion.owner ?? 'no owner'}</span>
            </p>
            <p>{criterion.text}</p>
            {criterion.rationale ? <p className={texts.note}>{criterion.rationale}</p> : null}
            {(evidence.get(criterion.reference) ?? []).map((item) => (
              <div key={evidenceKey(item)}>
                {evidenceKey(item)} {item.title} <span className={texts.note}>{item.status ?? 'no status'}</span>
              </div>
            ))}
            {(views.get(criterion.reference) ?? []).map((view) => (
              <div key={`${view.body} ${view.id}`}>
                {bodyOf(view.body)}{' '}
                {view.position ? <StatusPill status={positionStatus[view.position]} /> : <span>no answer yet</span>}{' '}
                {view.on ? <span className={texts.note}>{formatDate(view.on)}</span> : null} {view.wording}
              </div>
            ))}
          </li>
        ))}
      </ul>
      <ShowMore total={facts.criteria.length} limit={limit} setLimit={setLimit} />
    </>
  );
}

function byCriterion<Item>(items: readonly Item[], criteriaOf: (item: Item) => readonly (string | null)[] | null) {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    for (const reference of criteriaOf(item) ?? []) {
      if (reference === null) continue;
      const list = found.get(reference);
      if (list) list.push(item);
      else found.set(reference, [item]);
    }
  }
  return found;
}
