import { expect, it } from 'vitest';
import { arrangeRows, asTsv } from '../../renderer/components/grid/arrangeRows.ts';
import type { Column } from '../../renderer/components/grid/column.ts';
import { fittingColumns, leastWidth } from '../../renderer/components/grid/useFittingColumns.ts';
import { type Status, selfStatusStatus } from '../../shared/domain/findings/vocabulary.ts';

interface Row {
  readonly key: string;
  readonly owner: string;
}
const columns: readonly Column<Row>[] = [
  { id: 'key', title: 'Reference', track: '80px', text: (row) => row.key },
  { id: 'owner', title: 'Owner', track: '80px', text: (row) => row.owner },
];
const rows: readonly Row[] = [
  { key: 'AC-10', owner: 'DCC' },
  { key: 'AC-2', owner: 'SECAS' },
  { key: 'AC-1', owner: 'DCC' },
];
const keys = (arranged: ReturnType<typeof arrangeRows<Row>>) =>
  arranged.map((line) => (line.kind === 'row' ? line.row.key : `[${line.name} ${line.count}]`));
const plain = { columns, filter: '', shown: new Map(), sort: null, groupOf: null };

it('leaves rows in the order of the release until somebody sorts', () => {
  expect(keys(arrangeRows(rows, plain))).toEqual(['AC-10', 'AC-2', 'AC-1']);
});

it('sorts references as people do, up and down', () => {
  const sort = { column: 'key', down: false };
  expect(keys(arrangeRows(rows, { ...plain, sort }))).toEqual(['AC-1', 'AC-2', 'AC-10']);
  expect(keys(arrangeRows(rows, { ...plain, sort: { ...sort, down: true } }))).toEqual(['AC-10', 'AC-2', 'AC-1']);
});

it('keeps what holds every word that was typed, in any column and any case', () => {
  expect(keys(arrangeRows(rows, { ...plain, filter: 'dcc ac-1' }))).toEqual(['AC-10', 'AC-1']);
  expect(keys(arrangeRows(rows, { ...plain, filter: 'nobody' }))).toEqual([]);
});

it('puts groups together under a heading that counts them', () => {
  expect(keys(arrangeRows(rows, { ...plain, groupOf: (row) => row.owner }))).toEqual([
    '[DCC 2]',
    'AC-10',
    'AC-1',
    '[SECAS 1]',
    'AC-2',
  ]);
});

it('copies rows as a spreadsheet takes them, with no tab or line break left inside a cell', () => {
  expect(asTsv([{ key: 'A\tB', owner: 'x\ny' }], columns)).toBe('Reference\tOwner\nA B\tx y');
});

it('leaves out what can be spared, the most dispensable first, until the rest has room', () => {
  const column = (id: string, track: string, spare = 0): Column<Row> => ({
    id,
    title: id,
    track,
    text: () => '',
    ...(spare > 0 ? { spare } : {}),
  });
  const all = [
    column('key', '80px'),
    column('owner', '60px', 1),
    column('text', 'minmax(100px, 1fr)'),
    column('n', '50px', 2),
  ];
  const names = (width: number) => fittingColumns(all, width, ['28px']).map(({ id }) => id);
  expect(leastWidth(['28px', ...all.map(({ track }) => track)])).toBe(370);
  expect(names(370)).toEqual(['key', 'owner', 'text', 'n']);
  expect(names(369)).toEqual(['key', 'owner', 'text']);
  expect(names(300)).toEqual(['key', 'text']);
  expect(names(10)).toEqual(['key', 'text']);
});

it('sorts statuses by weight, what is met and what does not apply last, and shows those alone that are wanted', () => {
  const statuses = {
    'AC-1': selfStatusStatus.met,
    'AC-2': selfStatusStatus.notApplicable,
    'AC-10': selfStatusStatus.notMet,
  } as Readonly<Record<string, Status>>;
  const status = ({ key }: Row) => statuses[key] ?? selfStatusStatus.inProgress;
  const withStatus = [...columns, { id: 'status', title: 'Status', track: '90px', text: () => '', status }];
  const arranged = (more: object) =>
    keys(arrangeRows([...rows, { key: 'AC-3', owner: 'DCC' }], { ...plain, columns: withStatus, ...more }));
  const sort = { column: 'status', down: false };
  expect(arranged({ sort })).toEqual(['AC-10', 'AC-3', 'AC-1', 'AC-2']);
  const shown = new Map([['status', new Set(['Met', 'In progress'])]]);
  expect(arranged({ shown })).toEqual(['AC-1', 'AC-3']);
  expect(arranged({ shown, filter: 'ac-3' })).toEqual(['AC-3']);
});
