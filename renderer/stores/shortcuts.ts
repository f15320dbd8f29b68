import { openModal } from './modalStore.ts';
import { redoLast, undoLast } from './releaseStore.ts';

/** Text that is being typed keeps the field's own undo; everywhere else Ctrl+Z takes back what was done. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, [contenteditable]') !== null
  );
}

/** Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y, outside a text field; F1 anywhere. */
export function hearKeys(event: KeyboardEvent): void {
  if (event.key === 'F1') {
    event.preventDefault();
    openModal('help');
    return;
  }
  if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) void undoLast();
  else if (key === 'y' || key === 'z') void redoLast();
  else return;
  event.preventDefault();
}

/** The menu's Undo and Redo: the field's own where somebody types, the desk's everywhere else. */
export function undoOrRedo(what: 'undo' | 'redo'): void {
  if (isTyping(document.activeElement)) document.execCommand(what);
  else void (what === 'undo' ? undoLast() : redoLast());
}
