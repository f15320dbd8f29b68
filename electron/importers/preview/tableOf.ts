import type { PreviewOf } from '../../../shared/contract/preview.ts';
import { limits } from './limits.ts';

type Sheet = PreviewOf<'table'>['sheets'][number];

/** A sheet within the limits; `hasMore` says that rows were left unread. */
export function tableOf(name: string, rows: readonly (readonly string[])[], hasMore: boolean): Sheet {
  const shown = rows.slice(0, limits.rows);
  const width = shown.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Math.min(width, limits.columns);
  return {
    name,
    rows: shown.map((row) =>
      Array.from({ length: columns }, (_, at) => (row[at] ?? '').slice(0, limits.cellCharacters)),
    ),
    truncated: hasMore || rows.length > limits.rows || width > limits.columns,
  };
}
