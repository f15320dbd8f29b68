/**
 * Waits for an element by watching the screen change, not by guessing how long it takes; whoever goes on working by
 * mouse or keyboard is not interrupted any more. Returns what stops the waiting.
 */
export function whenThere(
  screen: HTMLElement,
  find: () => HTMLElement | null,
  take: (element: HTMLElement) => void,
): () => void {
  const look = () => {
    const found = find();
    if (!found) return;
    stop();
    take(found);
  };
  const observer = new MutationObserver(look);
  const stop = () => {
    observer.disconnect();
    document.removeEventListener('pointerdown', stop, true);
    document.removeEventListener('keydown', stop, true);
  };
  observer.observe(screen, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-record'] });
  document.addEventListener('pointerdown', stop, true);
  document.addEventListener('keydown', stop, true);
  look();
  return stop;
}

/** Brings a control into sight and puts the cursor there. */
export function focusOn(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
