import { ChaseModal } from '../screens/chase/ChaseModal.tsx';
import { TemplateModal } from '../screens/criteria/TemplateModal.tsx';
import { HelpModal } from '../screens/HelpModal.tsx';
import { ImportModal } from '../screens/importing/ImportModal.tsx';
import { NewReleaseModal } from '../screens/NewReleaseModal.tsx';
import { ProfileModal } from '../screens/ProfileModal.tsx';
import { PurgeModal } from '../screens/PurgeModal.tsx';
import { PackReadModal } from '../screens/pack/PackReadModal.tsx';
import { RemoveReleaseModal } from '../screens/RemoveReleaseModal.tsx';
import { useAppStore } from '../stores/appStore.ts';
import { useModalStore } from '../stores/modalStore.ts';

/** The one dialog that is open, if any. */
export function ModalHost() {
  const name = useModalStore((state) => state.name);
  const about = useModalStore((state) => state.about);
  const profile = useAppStore((state) => state.status?.profile ?? null);
  return (
    <>
      {name === 'newRelease' ? <NewReleaseModal /> : null}
      {name === 'profile' && profile ? <ProfileModal profile={profile} /> : null}
      {name === 'help' ? <HelpModal /> : null}
      {name === 'packRead' ? <PackReadModal /> : null}
      {name === 'template' ? <TemplateModal /> : null}
      {name === 'chase' ? <ChaseModal /> : null}
      {name === 'import' ? <ImportModal /> : null}
      {name === 'removeRelease' && about ? <RemoveReleaseModal id={about} /> : null}
      {name === 'purge' && about ? <PurgeModal id={about} /> : null}
    </>
  );
}
