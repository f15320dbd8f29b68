import { Modal } from '@mantine/core';
import type { Profile } from '../../shared/domain/records/profile.ts';
import { closeModal } from '../stores/modalStore.ts';
import { ProfileForm } from './ProfileForm.tsx';

export function ProfileModal({ profile }: { readonly profile: Profile }) {
  return (
    <Modal opened onClose={closeModal} title="Your profile" closeButtonProps={{ 'aria-label': 'Close' }}>
      <ProfileForm profile={profile} done={closeModal} label="Save" />
    </Modal>
  );
}
