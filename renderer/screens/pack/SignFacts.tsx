import type { ShownFacts } from '../../../shared/contract/submission.ts';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../../shared/domain/calendar/londonDay.ts';
import { sideOf } from '../../../shared/domain/roles/mayChange.ts';
import { submissionToSign } from '../../../shared/domain/rulebook/context/signatureState.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { useAppStore } from '../../stores/appStore.ts';
import { signFacts } from '../../stores/packStore.ts';
import { useFacts, useFindings } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';

interface SignFactsProps {
  /** What the pages beside it show. */
  readonly shown: ShownFacts;
  /** Whether they are being made anew. */
  readonly isOutOfDate: boolean;
}

/** Why it cannot be signed now. A signature is of today’s facts, and of those that were shown. */
function whyUnsigned({ shown, isOutOfDate }: SignFactsProps, isSide: boolean, isPlanned: boolean): string | null {
  if (!isSide) return 'Only SECAS and the DCC sign, each for itself.';
  if (shown.asOf !== londonDay(Date.now()))
    return `These pages are as of ${formatDate(shown.asOf)}, and today’s facts are signed; go back to today to see them.`;
  if (!isPlanned) return 'No submission stands now that could be signed for; record the one that is planned.';
  return isOutOfDate ? 'The pages are being made anew; look at them, and sign then.' : null;
}

/** Each side signs what it has looked at (§5.3), with its store's own key; beside it, how far that has come. */
export function SignFacts(props: SignFactsProps) {
  const { shown } = props;
  const facts = useFacts();
  const finding = useFindings().find((one) => one.rule === 'submission.signed');
  const organisation = useAppStore((state) => state.status?.profile?.organisation ?? '');
  const submission = submissionToSign(facts, shown.asOf);
  const side = sideOf(organisation);
  return (
    <section aria-label="Signatures under these facts" className={layout.toolbar}>
      <ActionButton why={whyUnsigned(props, side !== null, submission !== null)} onClick={() => void signFacts(shown)}>
        I have seen these facts: sign
      </ActionButton>
      <span className={texts.note}>
        {side === null
          ? 'Only SECAS and the DCC sign, each for itself.'
          : (finding?.sentence ?? 'The facts are signed with the key of this store.')}
      </span>
    </section>
  );
}
