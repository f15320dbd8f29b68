import { useEffect } from 'react';
import type { Target } from '../../shared/domain/findings/target.ts';
import { recordAttribute } from '../fields/recordAttribute.ts';
import { firstEmpty } from '../focus/firstEmpty.ts';
import { focusOn, whenThere } from '../focus/whenThere.ts';
import { useAppStore } from '../stores/appStore.ts';

/** Brings what a finding or a search led to into sight and puts the cursor there, as soon as the screen shows it. */
export function useTargetFocus(): void {
  const target = useAppStore((state) => state.target);
  useEffect(() => {
    const screen = document.getElementById('main');
    if (!target || !screen) return;
    return whenThere(screen, () => placeOf(screen, target), focusOn);
  }, [target]);
}

/** The control of the field in that record's own form; without a record, the list that lacks it. */
function placeOf(screen: HTMLElement, { kind, id, field }: Target): HTMLElement | null {
  if (id === null) return controlIn(screen.querySelector<HTMLElement>(`[data-list="${kind}"]`));
  const record = `[data-record="${CSS.escape(recordAttribute(kind, id))}"]`;
  if (field === null) {
    const form = screen.querySelector<HTMLElement>(`${record}[data-fields], ${record} [data-fields]`);
    return form && (firstEmpty(form) ?? controlIn(form));
  }
  const name = CSS.escape(field);
  const named = screen.querySelector<HTMLElement>(`${record} [data-field="${name}"]`);
  return controlIn(named ?? screen.querySelector<HTMLElement>(`${record} [data-field^="${name}."]`));
}

const controls = 'input:not([type="hidden"]):enabled, textarea:enabled, button:enabled';

/** What takes the cursor: the control itself, the first one inside, or for what is not this person's the place around it. */
function controlIn(place: HTMLElement | null): HTMLElement | null {
  if (!place) return null;
  if (place.matches(controls)) return place;
  const inside = [...place.querySelectorAll<HTMLElement>(controls)];
  // Some controls hold another one out of sight, which takes no cursor.
  return inside.find(isInSight) ?? place.closest<HTMLElement>('[tabindex]');
}

function isInSight(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
}
