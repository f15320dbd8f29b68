import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';

interface ActionButtonProps
  extends ButtonProps,
    Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps | 'color' | 'style'> {
  /** Why it cannot be pressed now, as one sentence that says what is missing; null: it can. */
  readonly why: string | null;
}

/** What holds a button up while its own or another deed goes on. */
export const alreadyAtIt = 'Something is being done already; it can be pressed again when that has ended.';

/**
 * A button that may have to wait, and says for what. While it does it stays within reach of mouse and keyboard, so that
 * everybody can learn why; pressing it does nothing.
 */
export function ActionButton({ why, onClick, ...others }: ActionButtonProps) {
  const waits = why !== null;
  return (
    <Tooltip
      label={why}
      disabled={!waits}
      multiline
      maw={320}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        {...others}
        {...(waits ? { 'aria-disabled': true, 'data-disabled': true, 'aria-description': why } : {})}
        onClick={(event) => {
          // A form is not sent by it either.
          if (waits) event.preventDefault();
          else onClick?.(event);
        }}
      />
    </Tooltip>
  );
}
