import { Menu } from '@mantine/core';
import type { GridAction } from './column.ts';
import styles from './GridMenu.module.css';

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface GridMenuProps {
  readonly place: MenuPlace | null;
  readonly actions: readonly GridAction[];
  readonly close: () => void;
}

/** The context menu of a grid, at the pointer or at the row that has the focus. */
export function GridMenu({ place, actions, close }: GridMenuProps) {
  if (!place || actions.length === 0) return null;
  return (
    <Menu opened onClose={close} position="bottom-start" offset={2} withinPortal returnFocus>
      <Menu.Target>
        <span className={styles.place} style={{ left: place.x, top: place.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.label}
            {...(action.danger ? { color: 'red' } : {})}
            rightSection={action.shortcut ? <kbd>{action.shortcut}</kbd> : null}
            onClick={() => {
              close();
              action.run();
            }}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
