/** What takes the cursor, in the order of the Tab key; of several radio buttons only the chosen one does. */
const controls =
  'input:enabled:not([type="hidden"], [type="radio"]:not(:checked)), textarea:enabled, select:enabled, button:enabled:not([aria-disabled="true"]), a[href], summary, [tabindex]';

/**
 * Where somebody begins in what has just opened: the place that it marks itself (`data-autofocus`: the safe answer of a
 * question, say), else its first control in sight. Null: there is nothing to do in it, or nothing yet.
 */
export function firstPlace(opened: HTMLElement): HTMLElement | null {
  const marked = opened.querySelector<HTMLElement>('[data-autofocus]');
  if (marked) return marked;
  const all = [...opened.querySelectorAll<HTMLElement>(controls)];
  return all.find((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })) ?? null;
}
