import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { beginImport } from '../stores/importStore.ts';
import { PanelActions } from './PanelActions.tsx';

interface TableActionsProps {
  readonly mayAdd: boolean;
  /** What one of them is called: `criterion`. */
  readonly noun: string;
  readonly add: () => Promise<void>;
  readonly importAs: Parameters<typeof beginImport>[0];
  /** Null while there is nothing to export. */
  readonly save: (() => Promise<void>) | null;
  /** Other ways to fill it. */
  readonly children?: ReactNode;
}

/** What can be done with a table of records: one added by hand, many imported, and all of it saved as a file. */
export function TableActions({ mayAdd, noun, add, importAs, save, children }: TableActionsProps) {
  return (
    <PanelActions mayAdd={mayAdd}>
      <Button variant="default" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={() => void add()}>
        Add {noun}
      </Button>
      <Button variant="default" size="compact-xs" onClick={() => beginImport(importAs)}>
        Import…
      </Button>
      {children}
      {save ? (
        <Button variant="subtle" size="compact-xs" onClick={() => void save()}>
          Export…
        </Button>
      ) : null}
    </PanelActions>
  );
}
