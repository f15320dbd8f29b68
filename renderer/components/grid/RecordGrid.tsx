import { type ReactNode, useState } from 'react';
import { type ListKind, recordKinds } from '../../../shared/domain/records/recordKinds.ts';
import { useIsOnBehalf } from '../../fields/behalf.ts';
import { isOnlyRead, lockOf, mayRemove } from '../../fields/locks.ts';
import { RecordField } from '../../fields/RecordField.tsx';
import { useRole } from '../../stores/appStore.ts';
import { dropRecords, formOf, isUnsaved, saveRows, storedId } from '../../stores/begunRecords.ts';
import { tellDone, tellError } from '../../stores/notify.tsx';
import { shownValues } from '../../stores/recordIn.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { pastedDates } from '../../stores/workingDayStore.ts';
import type { Cells, GridAction } from './column.ts';
import { fillDown } from './fillDown.ts';
import { Grid, type GridProps } from './Grid.tsx';
import { type CellSave, pasteBlock } from './pasteBlock.ts';

const none: ReadonlySet<string> = new Set();

type AnyRecord = Readonly<Record<string, unknown>> & { readonly id?: string | undefined };

interface RecordGridProps<Row> extends Omit<GridProps<Row>, 'keyOf' | 'chosen' | 'choose' | 'cells'> {
  readonly kind: ListKind;
  /** What can be done with the chosen records, shown above the grid while there are any. */
  readonly barFor: (ids: ReadonlySet<string>, clear: () => void) => ReactNode;
  readonly suggestions?: Readonly<Record<string, readonly string[]>>;
  /** What a record begins with that a pasted row adds; absent: pasting adds none. */
  readonly fresh?: Readonly<Record<string, unknown>>;
}

/** A grid of stored records: its cells are edited in place, and many can be chosen and changed at once. */
export function RecordGrid<Row extends { readonly id?: string | undefined }>({
  kind,
  barFor,
  suggestions = {},
  fresh,
  actionsFor,
  ...grid
}: RecordGridProps<Row>) {
  const [chosen, choose] = useState(none);
  const role = useRole();
  const isOnBehalf = useIsOnBehalf();
  const { noun } = recordKinds[kind];
  const put = async (saves: readonly CellSave[], what: string) => {
    if (await saveRows(kind, saves, fresh, isOnBehalf))
      tellDone(`${what} ${saves.length} ${saves.length === 1 ? 'row' : 'rows'}.`, 'undo');
  };
  const cells: Cells<Row> = {
    // A part stands within its field, and is edited with the other parts.
    mayEdit: (row, { field }) =>
      !field.includes('.') && !isOnlyRead(lockOf(role, kind, field, row as AnyRecord), isOnBehalf),
    editor: (row, spec, cell) => (
      <RecordField
        kind={kind}
        id={row.id ?? ''}
        record={row as AnyRecord}
        spec={spec}
        suggestions={suggestions[spec.field] ?? null}
        cell={cell}
      />
    ),
    paste: async (text, keys, specs) => {
      const pasted = pasteBlock(text, { keys, specs, grows: fresh !== undefined, dates: await pastedDates() });
      if ('problem' in pasted) tellError({ kind: 'invalidInput', message: pasted.problem, where: null });
      else await put(pasted.saves, 'Pasted into');
    },
    fillDown: (active, { field }, rows) => {
      const saves = fillDown({ rows: rows as readonly AnyRecord[], keyOf, active, chosen, field });
      if (saves.length > 0) void put(saves, 'Filled');
    },
  };
  const removable = (rows: readonly Row[]) => rows.filter((row) => mayRemove(role, kind, row as AnyRecord));
  const allActions = (rows: readonly Row[]): readonly GridAction[] => {
    const [first] = rows;
    const gone = removable(rows);
    const stored = rows.filter((row) => !isUnsaved(idOf(row)));
    return [
      ...(rows.length === 1 && first ? [{ label: `Open this ${noun}`, run: () => grid.open(keyOf(first)) }] : []),
      ...(stored.length > 0 ? (actionsFor?.(stored) ?? []) : []),
      ...(gone.length > 0
        ? [
            {
              label: gone.length === 1 ? `Remove this ${noun}` : `Remove these ${gone.length}`,
              danger: true,
              run: () => {
                choose(none);
                void dropRecords(kind, gone.map(idOf));
              },
            },
          ]
        : []),
    ];
  };
  // Of a row that is only begun there is nothing yet that could be changed along with others; and what was chosen and is
  // gone by now, taken back say, is not meant: it would hold up the others.
  const valuesOf = shownValues(useReleaseStore((state) => state.open?.facts));
  const ids = new Set([...chosen].map(storedId).filter((id) => !isUnsaved(id) && valuesOf(kind, id, {}) !== undefined));
  return (
    <>
      {ids.size > 0 ? barFor(ids, () => choose(none)) : null}
      <Grid
        {...grid}
        opened={grid.opened === null ? null : formOf(grid.opened)}
        keyOf={keyOf}
        chosen={chosen}
        choose={choose}
        cells={cells}
        actionsFor={allActions}
      />
    </>
  );
}

const idOf = ({ id }: { readonly id?: string | undefined }) => id ?? '';
/** A record that came into being under a form that stands open stays that row. */
const keyOf = (row: { readonly id?: string | undefined }) => formOf(idOf(row));
