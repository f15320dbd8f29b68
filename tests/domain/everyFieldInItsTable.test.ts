import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../shared/domain/catalogue/entries.ts';
import { kinds, type ListKind } from '../../shared/domain/catalogue/kinds.ts';
import { columnsOf } from '../../shared/domain/tables/columnsOf.ts';

/** What no table shows, by `kind.field`, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'submission.signatures': 'keys and signatures are read by `pack verify`, not by people in a spreadsheet',
};

const listed = Object.keys(kinds) as ListKind[];

/** A value that stands in a cell, by which it can be told whether any column shows it. */
const fieldsOf = (kind: ListKind) =>
  entriesOf(kind).flatMap(({ name, parts, isList, facts }) => {
    // Beside other fields, and seen there.
    if (name === 'onBehalf') return [];
    return parts.length === 0 || isList || facts.inTable ? [name] : parts.map((part) => `${name}.${part.name}`);
  });

describe.each(listed)('the table of a %s', (kind) => {
  const shown = columnsOf(kind).map((column) => (column as unknown as { readonly field: string }).field);

  it('has a column for every field, unless a reason says why not', () => {
    const missing = fieldsOf(kind).filter((field) => !shown.includes(field) && !(`${kind}.${field}` in exceptions));
    expect(missing).toEqual([]);
  });

  it('has no two columns of one name', () => {
    const names = columnsOf(kind).map(({ name }) => name);
    expect(new Set(names).size, names.join()).toBe(names.length);
  });
});

it('shows a document with its versions, and a key date', () => {
  const column = (kind: ListKind, name: string) => columnsOf(kind).find((one) => one.name === name);
  const documents = [
    { document: 'SEC Schedule 8', from: '1.0', to: '2.0' },
    { document: 'SEC Section D', from: null, to: '3.0' },
  ];
  expect(column('modification', 'SEC documents it changes')?.of({ documents })).toBe(
    'SEC Schedule 8, 1.0, 2.0; SEC Section D, 3.0',
  );
  expect(column('ridVersion', 'Cost, in pounds')?.of({ cost: { text: null, amount: 1200 } })).toBe(1200);
});
