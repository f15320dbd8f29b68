import type { ReleaseItem } from '../../../shared/contract/release.ts';
import { outcomeStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { isOver, releaseStateWords } from '../../../shared/domain/readiness/releaseState.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import { countedBlockers } from '../../places/blockersInWords.ts';

/** How a release stands in one pill: what still blocks it, or how far it has come once nothing is asked of it any more. */
export function StandingPill({ release }: { readonly release: ReleaseItem }) {
  const { state, asked } = release;
  if (asked.blockers > 0)
    return <StatusPill status={outcomeStatus.notMet} text={countedBlockers(asked.blockers, state)} />;
  return <StatusPill status={outcomeStatus.met} text={isOver(state) ? releaseStateWords[state] : 'No blocker'} />;
}
