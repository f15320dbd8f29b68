import { Button, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AppError } from '../../../shared/domain/foundation/appError.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import layout from '../../styles/layout.module.css';

interface AskFirstProps {
  /** The button that opens it. */
  readonly button: string;
  /** The button that does it. */
  readonly verb: string;
  /** Does it, and gives why it was not done; or, as one sentence, what is to be said before. */
  readonly step: (() => Promise<AppError | null>) | string;
  /** The fields; `refused` is why it was not done when it was asked for last, until `forget` is called. */
  readonly children: (refused: string | null, forget: () => void) => ReactNode;
}

/** A step on evidence that needs something said first: a few fields at its button, which close when it is done. */
export function AskFirst({ button, verb, step, children }: AskFirstProps) {
  const [opened, setOpened] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async () => {
    if (typeof step === 'string') return;
    const error = await step();
    setRefused(error?.message ?? null);
    if (!error) setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal position="bottom-start">
      <Popover.Target>
        <Button variant="default" size="compact-xs" onClick={() => setOpened(!opened)}>
          {button}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={layout.stack}>
          {children(refused, () => setRefused(null))}
          <div>
            <ActionButton size="compact-xs" why={typeof step === 'string' ? step : null} onClick={() => void submit()}>
              {verb}
            </ActionButton>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
