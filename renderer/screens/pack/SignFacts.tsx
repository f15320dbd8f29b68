import { sideOf } from '../../../shared/domain/roles/mayChange.ts';
import { submissionToSign } from '../../../shared/domain/rulebook/context/signatureState.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { useAppStore } from '../../stores/appStore.ts';
import { signFacts } from '../../stores/packStore.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useFacts, useFindings } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';

function whyUnsigned(isSide: boolean, isPlanned: boolean): string | null {
  if (!isSide) return 'Only SECAS and the DCC sign, each for itself.';
  return isPlanned ? null : 'No submission stands now that could be signed for; record the one that is planned.';
}

/** Each side signs what it has looked at (§5.3), with its store's own key; beside it, how far that has come. */
export function SignFacts() {
  const facts = useFacts();
  const finding = useFindings().find((one) => one.rule === 'submission.signed');
  const asOf = useReleaseStore((state) => state.open?.readiness.asOf ?? null);
  const organisation = useAppStore((state) => state.status?.profile?.organisation ?? '');
  const submission = asOf === null ? null : submissionToSign(facts, asOf);
  const side = sideOf(organisation);
  return (
    <section aria-label="Signatures under these facts" className={layout.toolbar}>
      <ActionButton why={whyUnsigned(side !== null, submission !== null)} onClick={() => void signFacts()}>
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
