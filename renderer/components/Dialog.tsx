import { Modal } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { firstPlace } from '../focus/firstPlace.ts';
import { whenThere } from '../focus/whenThere.ts';
import { closeModal } from '../stores/modalStore.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Its width: `md` unless said otherwise. */
  readonly size?: string;
  readonly close?: () => void;
  /** What the cross says: `Close` unless there is something else to tell apart. */
  readonly closeLabel?: string;
  /** Closer to the window's edge than the middle, for what is nearly as high as it. */
  readonly yOffset?: string;
  readonly classNames?: { readonly content: string | undefined; readonly body: string | undefined };
  /** Its Escape closes it alone, and not what it was opened from as well. */
  readonly keepsEscape?: true;
  readonly children: ReactNode;
}

/**
 * Something that is dealt with before the work goes on; Escape and the cross leave it. It opens with the cursor where a
 * person begins, never on its cross: see `firstPlace`.
 */
export function Dialog({
  title,
  size = 'md',
  close = closeModal,
  closeLabel = 'Close',
  yOffset,
  classNames,
  keepsEscape,
  children,
}: DialogProps) {
  return (
    <Modal
      opened
      onClose={close}
      title={
        <span className={styles.title} tabIndex={-1} data-dialog-title>
          {title}
        </span>
      }
      size={size}
      closeButtonProps={{ 'aria-label': closeLabel }}
      {...(yOffset === undefined ? {} : { yOffset })}
      {...(classNames === undefined ? {} : { classNames })}
      {...(keepsEscape ? { onKeyDown: (event) => event.key === 'Escape' && event.stopPropagation() } : {})}
    >
      <Content>{children}</Content>
    </Modal>
  );
}

/** The library gives the cursor to what is marked with `data-autofocus`, else to the first control: the cross. */
function Content({ children }: Pick<DialogProps, 'children'>) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const content = place.current;
    const title = content?.closest('[role="dialog"]')?.querySelector<HTMLElement>('[data-dialog-title]');
    if (!content || !title) return;
    const first = firstPlace(content);
    (first ?? title).dataset.autofocus = '';
    if (first) return;
    // What is still to be read in comes later: until then the title has the cursor.
    return whenThere(
      content,
      () => firstPlace(content),
      (place) => {
        delete title.dataset.autofocus;
        place.dataset.autofocus = '';
        place.focus({ preventScroll: true });
      },
    );
  }, []);
  return (
    <div ref={place} className={styles.content}>
      {children}
    </div>
  );
}
