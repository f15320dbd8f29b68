import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';

/** Before a row was drawn and measured, in pixels. */
const rowHeight = 35;
/** The headings stand over what scrolls below them, in pixels. */
const headHeight = 34;

/** Draws only the rows in sight of the screen's own scrollbar, for a grid has none of its own. */
export function useRowsInSight(count: number) {
  const body = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const main = document.getElementById('main');
    if (!main) return;
    const measure = () => {
      const top = body.current?.getBoundingClientRect().top;
      if (top !== undefined) setMargin(Math.round(top - main.getBoundingClientRect().top + main.scrollTop));
    };
    // What stands above the grid may grow and shrink without it.
    const grown = new ResizeObserver(measure);
    for (const child of main.children) grown.observe(child);
    measure();
    return () => grown.disconnect();
  }, []);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: headHeight,
  });
  return { virtual, body, margin };
}
