import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { closeModal } from '../stores/modalStore.ts';

interface DialogProps {
  readonly title: string;
  /** Its width: `md` unless said otherwise. */
  readonly size?: string;
  readonly close?: () => void;
  readonly children: ReactNode;
}

/** Something that is dealt with before the work goes on; Escape and the cross leave it. */
export function Dialog({ title, size = 'md', close = closeModal, children }: DialogProps) {
  return (
    <Modal opened onClose={close} title={title} size={size} closeButtonProps={{ 'aria-label': 'Close' }}>
      {children}
    </Modal>
  );
}
