import type { CalendarDate } from '../calendar/calendarDate.ts';
import { writeList } from '../importing/ownList.ts';
import type { Table, TableValue } from './table.ts';

/** One column of a table: its heading, and what it shows of a record. */
export interface Column<Item> {
  readonly name: string;
  readonly type: Table['columns'][number]['type'];
  readonly of: (item: Item) => TableValue;
}

type Unknowable<Value> = Value | null | undefined;

export function text<Item>(name: string, of: (item: Item) => Unknowable<string>): Column<Item> {
  return { name, type: 'text', of: (item) => of(item) ?? null };
}

export function number<Item>(name: string, of: (item: Item) => Unknowable<number>): Column<Item> {
  return { name, type: 'number', of: (item) => of(item) ?? null };
}

export function date<Item>(name: string, of: (item: Item) => Unknowable<CalendarDate>): Column<Item> {
  return { name, type: 'date', of: (item) => of(item) ?? null };
}

/** `TAG; OPSG`; an empty list says `None`, an unstated one nothing. */
export function list<Item>(name: string, of: (item: Item) => Unknowable<readonly string[]>): Column<Item> {
  return text(name, (item) => listInWords(of(item)));
}

function listInWords(items: Unknowable<readonly string[]>): string | null {
  if (!items) return null;
  return writeList(items);
}

export function tableFrom<Item>(title: string, columns: readonly Column<Item>[], items: readonly Item[]): Table {
  return {
    title,
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows: items.map((item) => columns.map((column) => column.of(item))),
  };
}
