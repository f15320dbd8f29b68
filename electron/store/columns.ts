import type { z } from 'zod';
import { type ListKind, listKinds, type RecordKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { releaseFields } from '../../shared/domain/records/releaseRecord.ts';
import { parseStored } from './parseStored.ts';

/** How a field's value lies in SQLite. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'json';

export interface Column {
  readonly field: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly schema: z.ZodType;
}

export interface Table {
  readonly kind: RecordKind;
  readonly name: string;
  readonly columns: readonly Column[];
}

const tables = new Map<RecordKind, Table>([
  [
    'release',
    { kind: 'release', name: 'release', columns: releaseFields.map((field) => column(field.name, field.schema)) },
  ],
  ...listKinds.map((kind): [RecordKind, Table] => [kind, tableOfKind(kind)]),
]);

/** The table that holds one kind of record; its columns follow from the domain's schema. */
export function tableOf(kind: RecordKind): Table {
  const table = tables.get(kind);
  if (!table) throw new Error(`No table for ${kind}`);
  return table;
}

export function toSql(type: ColumnType, value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (type === 'json') return JSON.stringify(value);
  if (type === 'boolean') return value ? 1 : 0;
  return value as string | number;
}

export function fromSql(type: ColumnType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'json') return parseStored(value as string, 'a record');
  if (type === 'boolean') return value === 1;
  return value;
}

function snakeCase(name: string): string {
  return name.replaceAll('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function tableOfKind(kind: ListKind): Table {
  const shape: Record<string, z.ZodType> = recordKinds[kind].schema.shape;
  const columns = Object.entries(shape)
    .filter(([field]) => field !== 'id')
    .map(([field, schema]) => column(field, schema));
  return { kind, name: snakeCase(kind), columns };
}

function column(field: string, schema: z.ZodType): Column {
  const names: Record<string, string> = { from: 'from_date', to: 'to_date', on: 'on_date', by: 'by_whom' };
  const last = field.split('.').length === 1 ? (names[field] ?? field) : field;
  return { field, name: snakeCase(last), type: columnType(schema), schema };
}

function columnType(schema: z.ZodType): ColumnType {
  const inner = unwrap(schema);
  switch (inner._zod.def.type) {
    case 'string':
    case 'enum':
      return 'text';
    case 'number':
      return 'integer';
    case 'boolean':
      return 'boolean';
    case 'array':
    case 'object':
      return 'json';
    default:
      throw new Error(`No column type for ${inner._zod.def.type}`);
  }
}

function unwrap(schema: z.ZodType): z.ZodType {
  const def = schema._zod.def as { readonly innerType?: z.ZodType; readonly in?: z.ZodType };
  const inner = def.innerType ?? def.in;
  return inner ? unwrap(inner) : schema;
}
