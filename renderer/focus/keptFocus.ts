import { isTyping } from './isTyping.ts';

/** Something that had the cursor, and what it stood in, nearest first. */
interface Held {
  readonly element: HTMLElement;
  readonly around: readonly HTMLElement[];
  /** In a dialog or beside a list: what closes gives the cursor back to what had it before. */
  readonly isBeside: boolean;
  /** Where it is lost, the cursor may stand in text: it stood in text itself, or in a dialog over it. */
  readonly mayType: boolean;
}

const mostHeld = 40;
const controls = 'input:not([type="hidden"]):enabled, textarea:enabled, button:enabled, [role="grid"]';
/** Within these, the cursor stays near where it was; further out it goes to the screen itself. */
const lists = '[data-list], section[aria-label], [role="grid"]';

/**
 * The cursor is never lost: where what has it leaves the window (a dialog closes, a record is removed or taken back, a
 * place is left), it goes back to what had it before the dialog, or to what stands nearest. Returns what stops this.
 */
export function keepFocus(): () => void {
  const held: Held[] = [];
  const note = (event: FocusEvent) => {
    const element = event.target;
    if (!(element instanceof HTMLElement) || element === document.body) return;
    const isInDialog = element.closest('[role="dialog"]') !== null;
    held.push({
      element,
      around: ancestorsOf(element),
      isBeside: isInDialog || element.closest('aside') !== null,
      mayType: isInDialog || isTyping(element),
    });
    if (held.length > mostHeld) held.shift();
  };
  const give = () => {
    const last = held.at(-1);
    // Whoever clicked beside everything meant to.
    if (!last || last.element.isConnected || document.activeElement !== document.body) return;
    placeFor(held)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(give);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', note);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', note);
  };
}

/** Whoever pressed a button that is gone with what it did takes that back by Ctrl+Z, which means the text in a field. */
function placeFor(held: readonly Held[]): HTMLElement | null {
  const mayType = held.at(-1)?.mayType ?? false;
  for (const { element, around, isBeside } of held.toReversed()) {
    if (element.isConnected && (mayType || !isTyping(element))) return element;
    const near = nearest(around, mayType);
    if (near) return near;
    if (!isBeside) break;
  }
  return document.getElementById('main');
}

/** A control of the list that it stood in. */
function nearest(around: readonly HTMLElement[], mayType: boolean): HTMLElement | null {
  const left = around.find((one) => one.isConnected);
  const list = left?.closest<HTMLElement>(lists);
  if (!list || !left) return null;
  const grid = mayType ? null : list.querySelector<HTMLElement>('[role="grid"]');
  if (grid) return grid;
  const inSight = (place: HTMLElement) =>
    [...place.querySelectorAll<HTMLElement>(controls)].find(
      (one) => one.checkVisibility({ visibilityProperty: true }) && (mayType || !isTyping(one)),
    );
  return inSight(left) ?? inSight(list) ?? null;
}

function ancestorsOf(element: HTMLElement): readonly HTMLElement[] {
  const all: HTMLElement[] = [];
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) all.push(one);
  return all;
}
