import { createHash } from 'node:crypto';
import type { ReadImportOutput } from '../../../shared/domain/importing/reading.ts';

/** A mapping is remembered by the kind of table and its column names. */
export function memoryKey(kind: string, { columns }: ReadImportOutput): string {
  const names = JSON.stringify(columns.map((column) => column.name));
  return `${kind}:${createHash('sha256').update(names).digest('hex').slice(0, 16)}`;
}
