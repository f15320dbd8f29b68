import { type ReactNode, useState } from 'react';
import { Grid, type GridProps } from './Grid.tsx';

const none: ReadonlySet<string> = new Set();

interface RecordGridProps<Row> extends Omit<GridProps<Row>, 'keyOf' | 'chosen' | 'choose'> {
  /** What can be done with the chosen records, shown above the grid while there are any. */
  readonly barFor: (ids: ReadonlySet<string>, clear: () => void) => ReactNode;
}

/** A grid of stored records, of which many can be chosen and changed at once. */
export function RecordGrid<Row extends { readonly id?: string | undefined }>({
  barFor,
  ...grid
}: RecordGridProps<Row>) {
  const [chosen, choose] = useState(none);
  return (
    <>
      {chosen.size > 0 ? barFor(chosen, () => choose(none)) : null}
      <Grid {...grid} keyOf={idOf} chosen={chosen} choose={choose} />
    </>
  );
}

const idOf = ({ id }: { readonly id?: string | undefined }) => id ?? '';
