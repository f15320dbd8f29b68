import type { KeyboardEvent } from 'react';

interface GridKeys {
  /** Keys of the rows in the order in which they stand. */
  readonly keys: readonly string[];
  readonly active: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly setActive: (key: string) => void;
  readonly choose: (keys: ReadonlySet<string>) => void;
  readonly open: (key: string) => void;
  readonly copy: () => void;
  readonly menu: (key: string) => void;
  readonly moveColumn: (step: 1 | -1) => void;
  /** Edits the active cell; false: it is not to be edited. */
  readonly edit: (key: string) => boolean;
  readonly fillDown: (key: string) => boolean;
}

const page = 12;

/**
 * Arrows move, Space chooses, Shift stretches the choice, Enter edits the cell or opens the row, F2 edits, Ctrl+D fills
 * down, Ctrl+A and Ctrl+C as everywhere.
 */
export function useGridKeys(grid: GridKeys) {
  const { keys, active, chosen } = grid;
  const at = active === null ? -1 : keys.indexOf(active);

  const move = (to: number, stretch: boolean) => {
    const next = keys[Math.max(0, Math.min(keys.length - 1, to))];
    if (next === undefined) return;
    if (stretch) grid.choose(new Set([...chosen, ...(active === null ? [] : [active]), next]));
    grid.setActive(next);
  };
  const toggle = () => {
    if (active === null) return;
    const next = new Set(chosen);
    if (!next.delete(active)) next.add(active);
    grid.choose(next);
  };

  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget && isControl(event.target)) return;
    const command = event.ctrlKey || event.metaKey;
    const act = (): boolean => {
      switch (event.key) {
        case 'ArrowDown':
          move(at + 1, event.shiftKey);
          return true;
        case 'ArrowUp':
          move(at - 1, event.shiftKey);
          return true;
        case 'ArrowRight':
          grid.moveColumn(1);
          return true;
        case 'ArrowLeft':
          grid.moveColumn(-1);
          return true;
        case 'PageDown':
          move(at + page, event.shiftKey);
          return true;
        case 'PageUp':
          move(at - page, event.shiftKey);
          return true;
        case 'Home':
          move(0, event.shiftKey);
          return true;
        case 'End':
          move(keys.length - 1, event.shiftKey);
          return true;
        case ' ':
          toggle();
          return true;
        case 'Enter':
          if (active !== null && !grid.edit(active)) grid.open(active);
          return active !== null;
        case 'F2':
          return active !== null && grid.edit(active);
        case 'Escape':
          if (chosen.size > 0) grid.choose(new Set());
          return chosen.size > 0;
        case 'ContextMenu':
          if (active !== null) grid.menu(active);
          return active !== null;
        case 'F10':
          if (event.shiftKey && active !== null) grid.menu(active);
          return event.shiftKey && active !== null;
        case 'a':
          if (command) grid.choose(new Set(keys));
          return command;
        case 'd':
          return command && active !== null && grid.fillDown(active);
        case 'c':
          if (command && window.getSelection()?.isCollapsed !== false) grid.copy();
          return command && window.getSelection()?.isCollapsed !== false;
        default:
          return false;
      }
    };
    if (act()) event.preventDefault();
  };
}

/** Whatever is typed into keeps its own keys, and so does what opens a menu of its own. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, [data-detail], [data-own-keys]') !== null;
}
