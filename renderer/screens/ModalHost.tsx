import { isTextKind } from '../../shared/domain/texts/textKinds.ts';
import { useAppStore } from '../stores/appStore.ts';
import { useModalStore } from '../stores/modalStore.ts';
import { AboutModal } from './about/AboutModal.tsx';
import { ChaseModal } from './chase/ChaseModal.tsx';
import { TemplateModal } from './criteria/TemplateModal.tsx';
import { GuideModal } from './GuideModal.tsx';
import { HelpModal } from './HelpModal.tsx';
import { ImportModal } from './importing/ImportModal.tsx';
import { MessagesModal } from './MessagesModal.tsx';
import { NewReleaseModal } from './NewReleaseModal.tsx';
import { ProfileModal } from './ProfileModal.tsx';
import { PurgeModal } from './PurgeModal.tsx';
import { PackReadModal } from './pack/PackReadModal.tsx';
import { QuestionModal } from './QuestionModal.tsx';
import { RemoveReleaseModal } from './RemoveReleaseModal.tsx';
import { ReplaceReleaseModal } from './ReplaceReleaseModal.tsx';
import { ReturnedModal } from './returned/ReturnedModal.tsx';
import { TextModal } from './texts/TextModal.tsx';

/** The one dialog that is open, if any. */
export function ModalHost() {
  const name = useModalStore((state) => state.name);
  const about = useModalStore((state) => state.about);
  const profile = useAppStore((state) => state.status?.profile ?? null);
  return (
    <>
      <QuestionModal />
      {name === 'newRelease' ? <NewReleaseModal /> : null}
      {name === 'profile' && profile ? <ProfileModal profile={profile} /> : null}
      {name === 'help' ? <HelpModal /> : null}
      {name === 'about' ? <AboutModal /> : null}
      {name === 'guide' ? <GuideModal first={about} /> : null}
      {name === 'messages' ? <MessagesModal /> : null}
      {name === 'packRead' ? <PackReadModal /> : null}
      {name === 'returned' ? <ReturnedModal /> : null}
      {name === 'template' ? <TemplateModal /> : null}
      {name === 'chase' ? <ChaseModal /> : null}
      {name === 'text' && isTextKind(about) ? <TextModal kind={about} /> : null}
      {name === 'import' ? <ImportModal /> : null}
      {name === 'replaceRelease' ? <ReplaceReleaseModal /> : null}
      {name === 'removeRelease' && about ? <RemoveReleaseModal id={about} /> : null}
      {name === 'purge' && about ? <PurgeModal id={about} /> : null}
    </>
  );
}
