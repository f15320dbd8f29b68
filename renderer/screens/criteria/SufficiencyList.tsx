import { useState } from 'react';
import type { CriterionSufficiency } from '../../../shared/domain/coverage/computeSufficiency.ts';
import type { Status } from '../../../shared/domain/findings/vocabulary.ts';
import { ShowMore } from '../../components/ShowMore.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useFacts } from '../../stores/useFacts.ts';
import buttons from '../../styles/buttons.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import styles from './SufficiencyList.module.css';

const states: Readonly<Record<CriterionSufficiency['state'], Status>> = {
  insufficient: { word: 'Not enough', sign: '✕', tone: 'notMet' },
  missing: { word: 'Nothing yet', sign: '–', tone: 'cannotTell' },
  cannotTell: { word: 'Cannot tell', sign: '?', tone: 'cannotTell' },
  sufficient: { word: 'Enough', sign: '✓', tone: 'met' },
  nothingAsked: { word: 'Asks nothing', sign: '○', tone: 'notDue' },
  notApplicable: { word: 'Not applicable', sign: '–', tone: 'notDue' },
};
const order = Object.keys(states);

/** What each criterion asks of its evidence, what is there, what lacks, and who stands for a gap. */
export function SufficiencyList({ open }: { readonly open: (reference: string) => void }) {
  const { release } = useFacts();
  const asOf = useReleaseStore((state) => state.asOf);
  const [limit, setLimit] = useState(60);
  const all = useEngineAnswer('sufficiency.compute', { release: release.id ?? '', asOf, criterion: null });
  const sorted = [...(all ?? [])].sort((left, right) => order.indexOf(left.state) - order.indexOf(right.state));
  return (
    <>
      <p className={texts.note}>
        Good practice, not a rule of the SEC: a criterion's panel says how many items it needs, of which kinds, how
        recent, and whether independent.
      </p>
      <ul className={lists.quiet}>
        {sorted.slice(0, limit).map((one) => (
          <li key={one.criterion} className={styles.criterion}>
            <button type="button" className={buttons.link} onClick={() => open(one.criterion)}>
              {one.criterion}
            </button>
            <StatusPill status={states[one.state]} />
            <div>
              {one.needs.map((need) => (
                <div key={need.asks}>
                  <span aria-hidden="true">
                    {need.state === 'satisfied' ? '✓' : need.state === 'unknown' ? '?' : '✕'}
                  </span>{' '}
                  {need.asks}
                  {need.lacks && need.lacks !== need.asks ? (
                    <span className={texts.note}>
                      : {need.state === 'unknown' ? 'cannot tell, for' : 'lacks'} {need.lacks}
                    </span>
                  ) : null}
                  {need.lacks === need.asks ? <span className={texts.note}>: not there</span> : null}
                </div>
              ))}
              <div className={texts.note}>
                {one.accepted.length > 0 ? `Accepted: ${one.accepted.join(', ')}. ` : 'Nothing accepted. '}
                {one.waiting.length > 0 ? `Not accepted yet: ${one.waiting.join(', ')}.` : ''}
              </div>
              {one.justifiedGap?.reason ? (
                <div>
                  Gap justified by {one.justifiedGap.by ?? 'nobody named'}: “{one.justifiedGap.reason}”
                </div>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <ShowMore total={sorted.length} limit={limit} setLimit={setLimit} />
    </>
  );
}
