import { type RefObject, useLayoutEffect } from 'react';

/**
 * Where the panel of a record stands beside its list. One that fits the screen sticks to its top. A taller one begins
 * where the reader was when it was opened (`form` names what it shows), and scrolls with the list.
 */
export function useSidePlace(panel: RefObject<HTMLElement | null>, form: string): void {
  useLayoutEffect(() => {
    const side = panel.current;
    const screen = side?.closest<HTMLElement>('#main');
    if (!form || !side || !screen) return;
    const stick = () => {
      side.dataset.tall = 'false';
    };
    const place = () => {
      const isTall = side.offsetHeight > screen.clientHeight;
      // In a narrow window it takes the place of its list.
      if (!isTall || getComputedStyle(side).position === 'static') return stick();
      if (side.dataset.tall === 'true') return;
      const inset = Number.parseFloat(getComputedStyle(screen).paddingTop);
      const above = side.parentElement?.getBoundingClientRect().top ?? 0;
      side.style.setProperty('--from', `${Math.max(0, screen.getBoundingClientRect().top + inset - above)}px`);
      side.dataset.tall = 'true';
    };
    stick();
    place();
    const observer = new ResizeObserver(place);
    observer.observe(side);
    observer.observe(screen);
    return () => observer.disconnect();
  }, [panel, form]);
}
