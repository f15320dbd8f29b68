/** Text that is being typed keeps the field's own undo; everywhere else Ctrl+Z takes back what was done. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, [contenteditable]') !== null
  );
}
