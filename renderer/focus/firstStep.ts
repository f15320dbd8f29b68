import { focusOn, whenThere } from './whenThere.ts';

/** Puts the cursor where the release with this id, just begun, goes on: at the first thing it asks for and has not yet. */
export function focusFirstStep(release: string): void {
  const screen = document.getElementById('main');
  // The screen may still show the release that stood open before.
  const step = `[data-path="${CSS.escape(release)}"] [data-done="false"] button`;
  if (screen) whenThere(screen, () => screen.querySelector<HTMLElement>(step), focusOn);
}
