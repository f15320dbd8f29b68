import { useLayoutEffect } from 'react';

/** How far each place was scrolled when it was left, by release and place, as long as the window is open. */
const left = new Map<string, number>();

/**
 * Opens a place at its top, or where it was when it was left. What the place reads from the engine comes later than the
 * place itself, so the way back is gone as the content grows, unless the person goes another way meanwhile.
 * @param isLed something in the place was asked for by name, and is brought into sight by who asked
 */
export function useScrollPlace(place: string, isLed: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: being led somewhere later in the same place moves nothing back.
  useLayoutEffect(() => {
    const main = document.getElementById('main');
    if (!main) return;
    let wanted: number | null = isLed ? null : (left.get(place) ?? 0);
    main.scrollTop = wanted ?? 0;
    // What comes in above meanwhile would otherwise push the place away from where it was.
    main.style.overflowAnchor = isLed ? '' : 'none';
    const goOn = () => {
      if (wanted === null) return;
      main.scrollTop = wanted;
      if (main.scrollTop >= wanted - 1) wanted = null;
    };
    const stop = () => {
      wanted = null;
      main.style.overflowAnchor = '';
    };
    const note = () => {
      if (wanted === null) left.set(place, main.scrollTop);
    };
    const grown = new ResizeObserver(goOn);
    for (const child of main.children) grown.observe(child);
    const own = ['wheel', 'pointerdown', 'keydown'] as const;
    for (const event of own) main.addEventListener(event, stop);
    main.addEventListener('scroll', note);
    return () => {
      grown.disconnect();
      for (const event of own) main.removeEventListener(event, stop);
      main.removeEventListener('scroll', note);
    };
  }, [place]);
}
