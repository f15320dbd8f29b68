import type { Profile } from '../../shared/domain/records/profile.ts';
import { Dialog } from '../components/Dialog.tsx';
import { closeModal } from '../stores/modalStore.ts';
import { ProfileForm } from './ProfileForm.tsx';

export function ProfileModal({ profile }: { readonly profile: Profile }) {
  return (
    <Dialog title="Your profile">
      <ProfileForm profile={profile} done={closeModal} label="Save" />
    </Dialog>
  );
}
