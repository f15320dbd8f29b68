import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { Column } from './column.ts';

const gap = 8;
const edge = 20;

/** What the columns need at the least, in pixels: the first length of each track, the gaps and the edges. */
export function leastWidth(tracks: readonly string[]): number {
  const least = tracks.map((track) => Number(/(?:minmax\()?(\d+)px/.exec(track)?.[1] ?? 0));
  return least.reduce((sum, width) => sum + width + gap, edge - gap);
}

/**
 * The columns that there is room for: what can be spared goes, one column after the other, until the rest fits.
 * @param width in pixels
 * @param besides the tracks of what always stands: the checkbox and the menu of a row
 */
export function fittingColumns<Row>(
  columns: readonly Column<Row>[],
  width: number,
  besides: readonly string[],
): readonly Column<Row>[] {
  let fitting = columns;
  for (;;) {
    const spare = fitting.reduce((most, one) => Math.max(most, one.spare ?? 0), 0);
    const least = leastWidth([...besides, ...fitting.map(({ track }) => track)]);
    if (spare === 0 || least <= width) return fitting;
    fitting = fitting.filter((one) => one.spare !== spare);
  }
}

/** The same for the room that the grid has now, as the window or what stands beside it grows and shrinks. */
export function useFittingColumns<Row>(
  place: RefObject<HTMLElement | null>,
  columns: readonly Column<Row>[],
  besides: readonly string[],
): readonly Column<Row>[] {
  const [shown, setShown] = useState(columns.length);
  const bare = besides.join(' ');
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () =>
      setShown(fittingColumns(columns, element.clientWidth, bare === '' ? [] : bare.split(' ')).length);
    const changed = new ResizeObserver(measure);
    changed.observe(element);
    measure();
    return () => changed.disconnect();
  });
  return useMemo(() => {
    const inOrder = columns.toSorted((left, right) => (left.spare ?? 0) - (right.spare ?? 0)).slice(0, shown);
    return shown >= columns.length ? columns : columns.filter((one) => inOrder.includes(one));
  }, [columns, shown]);
}
