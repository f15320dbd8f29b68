import { draftResolution } from '../../../shared/domain/pack/draftResolution.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ReleasePanel } from '../../components/ReleasePanel.tsx';
import { lockOf } from '../../fields/locks.ts';
import { useRole } from '../../stores/appStore.ts';
import { askFirst } from '../../stores/questionStore.ts';
import { editAndTell } from '../../stores/releaseStore.ts';
import { useAsOf, useFacts, useReleaseRecord } from '../../stores/useFacts.ts';

/** What the CSC is asked, typed or drafted from the facts. */
export function RecommendationPanel() {
  const mayDraft = lockOf(useRole(), 'release', 'recommendation.wording', {}) === null;
  const action = mayDraft ? <DraftButton /> : null;
  return <ReleasePanel title="What the CSC is asked" section="recommendation" action={action} />;
}

/** What stands is written over only by who says so, having read the draft. */
function DraftButton() {
  const facts = useFacts();
  const { id } = useReleaseRecord();
  const draft = draftResolution(facts, useAsOf());
  const stands = facts.recommendation.wording?.trim() || null;
  const take = () => void editAndTell('release', id, { 'recommendation.wording': draft });
  const ask = () => {
    if (stands === null) return take();
    askFirst({
      title: 'Put the draft in place of your wording?',
      text: `The draft: “${draft}”`,
      yes: 'Put it there',
      no: 'Keep my wording',
      run: take,
    });
  };
  return (
    <ActionButton
      variant="default"
      size="compact-xs"
      why={
        draft === null
          ? 'It needs a Go-Live date, or a slot to have one, and a release that is not live yet.'
          : draft === stands
            ? 'The wording is as the draft has it already.'
            : null
      }
      onClick={ask}
    >
      Draft the wording
    </ActionButton>
  );
}
