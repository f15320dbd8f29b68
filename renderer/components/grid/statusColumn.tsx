import type { Status } from '../../../shared/domain/findings/vocabulary.ts';
import { StatusPill } from '../StatusPill.tsx';
import type { Column } from './column.ts';

/** A column that tells how each row stands: by word, sign and colour. */
export function statusColumn<Row>(
  of: Pick<Column<Row>, 'id' | 'title' | 'track'>,
  status: (row: Row) => Status,
): Column<Row> {
  return {
    ...of,
    status,
    text: (row) => status(row).word,
    view: (row) => <StatusPill status={status(row)} />,
  };
}
