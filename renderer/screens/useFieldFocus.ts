import { useEffect } from 'react';
import { useAppStore } from '../stores/appStore.ts';

/** How long a screen may take until the field that a finding named is there. */
const patience = 600;

/** Brings the field that mends a finding into sight and puts the cursor there. */
export function useFieldFocus(): void {
  const target = useAppStore((state) => state.target);
  const screen = useAppStore((state) => state.screen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen is another place to look for the field.
  useEffect(() => {
    const field = target?.field;
    if (!field) return;
    const timers = [50, 200, patience].map((wait) => setTimeout(() => focusField(field), wait));
    return () => timers.forEach(clearTimeout);
  }, [target, screen]);
}

function focusField(field: string): void {
  const named = `[data-field="${CSS.escape(field)}"]`;
  const inside = `[data-field^="${CSS.escape(field)}."]`;
  const found = document.querySelector<HTMLElement>(`main ${named}, main ${inside}`);
  const input = found?.matches('input, textarea') ? found : found?.querySelector<HTMLElement>('input, textarea');
  if (!input || document.activeElement === input) return;
  input.scrollIntoView({ block: 'center' });
  input.focus({ preventScroll: true });
}
