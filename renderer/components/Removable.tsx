import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface RemovableProps {
  readonly name: string;
  readonly remove: () => void;
  readonly children: ReactNode;
}

/** One line of a list of settings, which can be taken out again. */
export function Removable({ name, remove, children }: RemovableProps) {
  return (
    <li style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
      <span>{children}</span>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Remove ${name}`} onClick={remove}>
        <IconTrash size={15} />
      </ActionIcon>
    </li>
  );
}
