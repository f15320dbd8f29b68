import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { CellType } from '../importing/fields/field.ts';
import { writeList } from '../importing/ownList.ts';
import { exportedWord } from '../importing/words.ts';
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

export function yesNo<Item>(name: string, of: (item: Item) => Unknowable<boolean>): Column<Item> {
  return { name, type: 'yesNo', of: (item) => of(item) ?? null };
}

/** A coded value in the word that people read, and that imports understand. */
export function word<Item>(name: string, type: CellType, of: (item: Item) => Unknowable<string>): Column<Item> {
  return text(name, (item) => {
    const value = of(item);
    return value === null || value === undefined ? null : exportedWord(type, value);
  });
}

/** `TAG; OPSG`; an empty list says `None`, an unstated one nothing. */
export function list<Item>(name: string, of: (item: Item) => Unknowable<readonly string[]>): Column<Item> {
  return text(name, (item) => listInWords(of(item)));
}

export function words<Item>(
  name: string,
  type: CellType,
  of: (item: Item) => Unknowable<readonly string[]>,
): Column<Item> {
  return text(name, (item) => listInWords(of(item)?.map((value) => exportedWord(type, value))));
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
