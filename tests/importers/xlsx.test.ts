import { describe, expect, it } from 'vitest';
import { readBytes, refusalOf } from './support.ts';
import { dateStyles, makeWorkbook, rawRow, textRow, type WorkbookParts } from './workbook.ts';

const header = textRow(1, 'Key', 'Summary', 'Due date');

async function readSheet(rows: string, parts: Partial<WorkbookParts> = {}, after = '') {
  return readBytes(
    'issues',
    'a.xlsx',
    await makeWorkbook({ sheets: [{ name: 'A', rows: header + rows, after }], ...parts }),
  );
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('an Excel workbook', () => {
  it('is read with shared, rich and inline texts', async () => {
    const shared =
      '<si><t>A-1</t></si><si><r><rPr><b/></rPr><t>rich </t></r><r><t xml:space="preserve">text_x000D_&#10;&amp; more</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si>';
    const { rows, output } = await readSheet(
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row>',
      { sharedStrings: shared },
    );
    expect(rows).toEqual([{ reference: 'A-1', title: 'rich text\n& more' }]);
    expect(output).toMatchObject({ format: 'xlsx', encoding: null, sheets: ['A'], sheet: 'A', headerRow: 1 });
  });

  it('is read whatever prefix its XML has, and with cells left out between others', async () => {
    const sheet =
      '<x:worksheet xmlns:x="urn"><x:sheetData><x:row r="2"><x:c r="A2" t="str"><x:v>Key</x:v></x:c><x:c r="D2" t="str"><x:v>Due date</x:v></x:c></x:row>' +
      '<x:row r="7"><x:c r="A7" t="str"><x:v>A-1</x:v></x:c><x:c r="D7" t="d"><x:v>2021-11-04</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const book = await makeWorkbook({ sheets: [{ name: 'A', rows: '' }], more: { 'xl/worksheets/sheet1.xml': sheet } });
    const { rows, numbers, output } = await readBytes('issues', 'a.xlsx', book);
    expect([rows, numbers]).toEqual([[{ reference: 'A-1', fixBy: '2021-11-04' }], [7]]);
    expect(output.columns.map(({ name }) => name)).toEqual(['Key', 'Column 2', 'Column 3', 'Due date']);
  });

  it.each([
    ['1900', false, '44504', '2021-11-04'],
    ['1904', true, '43042', '2021-11-04'],
    ['1900, with a time', false, '44504.635416666664', '2021-11-04'],
    ['1900, a formatted one', false, '61', '1900-03-01'],
    ['1900, before its own 29 February', false, '59', '1900-02-28'],
  ])('holds dates as serials of the %s system', async (_, date1904, serial, date) => {
    for (const style of [1, 2]) {
      const { rows } = await readSheet(rawRow(2, inline('A-1'), '<c/>', `<c s="${style}"><v>${serial}</v></c>`), {
        styles: dateStyles,
        date1904,
      });
      expect(rows).toEqual([{ reference: 'A-1', fixBy: date }]);
    }
  });

  it('holds numbers that are no dates, and serials that are no days', async () => {
    const { rows, output } = await readSheet(
      rawRow(2, inline('A-1'), '<c s="3"><v>12.50</v></c>') +
        rawRow(3, inline('A-2'), '<c/>', '<c s="1"><v>60</v></c>') +
        rawRow(4, inline('A-3'), '<c/>', '<c s="1"><v>-4</v></c>') +
        rawRow(5, inline('A-4'), '<c/>', '<c><v>44504</v></c>'),
      { styles: dateStyles },
    );
    expect(rows).toEqual([{ reference: 'A-1', title: '12.5' }]);
    expect(output.problems.map(({ row, column, sentence }) => [row, column, sentence])).toEqual([
      [3, 'Due date', 'The cell is formatted as a date, but 60 is no day of the calendar; type the date again.'],
      [4, 'Due date', 'The cell is formatted as a date, but -4 is no day of the calendar; type the date again.'],
      [5, 'Due date', '“44504” is not a date; write it as 4 November 2021, 04/11/2021 or 2021-11-04.'],
    ]);
  });

  it('holds formulas, which count by their stored result', async () => {
    const { rows, output } = await readSheet(
      rawRow(2, '<c t="str"><f>"A-"&amp;1</f><v>A-1</v></c>', '<c><f>2+3</f><v>5</v></c>') +
        rawRow(3, inline('A-2'), '<c><f>2+3</f></c>') +
        rawRow(4, inline('A-3'), '<c t="e"><f>1/0</f><v>#REF!</v></c>') +
        rawRow(5, inline('A-4'), '<c t="b"><v>1</v></c>'),
    );
    expect(rows).toEqual([
      { reference: 'A-1', title: '5' },
      { reference: 'A-4', title: 'Yes' },
    ]);
    expect(output.problems).toEqual([
      {
        row: 3,
        column: 'Summary',
        sentence:
          'The formula in this cell has no stored result; open the file in Excel, save it, and import it again.',
      },
      { row: 4, column: 'Summary', sentence: 'The cell shows the error #REF!; mend its formula and save the file.' },
    ]);
  });

  it('holds merged cells, whose value counts for the first of them', async () => {
    const { rows, output } = await readSheet(
      textRow(2, 'A-1', 'both') + textRow(3, 'A-2'),
      {},
      '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
    );
    expect(rows).toEqual([{ reference: 'A-1', title: 'both' }, { reference: 'A-2' }]);
    expect(output.notes).toEqual(['1 merged range (B2:B3): the value counts for the first cell only.']);
  });

  it('opens at its first visible sheet, or at the one that was chosen', async () => {
    const book = await makeWorkbook({
      sheets: [
        { name: 'Lists', rows: textRow(1, 'Key') + textRow(2, 'no'), state: 'hidden' },
        { name: 'Issues', rows: textRow(1, 'Key') + textRow(2, 'A-1') },
        { name: 'More', rows: textRow(1, 'Key') + textRow(2, 'A-2') },
      ],
    });
    const first = await readBytes('issues', 'a.xlsx', book);
    expect([first.output.sheets, first.output.sheet, first.rows]).toEqual([
      ['Lists', 'Issues', 'More'],
      'Issues',
      [{ reference: 'A-1' }],
    ]);
    expect((await readBytes('issues', 'a.xlsx', book, { sheet: 'more' })).rows).toEqual([{ reference: 'A-2' }]);
    expect((await readBytes('issues', 'a.xlsx', book, { sheet: 'Lists' })).output.notes).toEqual([
      'The sheet “Lists” is hidden in the workbook.',
    ]);
    expect(await refusalOf('issues', 'a.xlsx', book, { sheet: 'Nope' })).toBe(
      '“a.xlsx” has no sheet “Nope”; it has “Lists”, “Issues” and “More”.',
    );
  });

  it('with macros is read, and they are ignored', async () => {
    const { rows, output } = await readSheet(textRow(2, 'A-1'), { more: { 'xl/vbaProject.bin': 'x' } });
    expect(rows).toEqual([{ reference: 'A-1' }]);
    expect(output.notes).toEqual(['The workbook holds macros; they were ignored.']);
  });

  it('with a document type, or without a part it names, is refused', async () => {
    const doctype = await makeWorkbook({
      sheets: [{ name: 'A', rows: '' }],
      more: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' },
    });
    expect(await refusalOf('issues', 'a.xlsx', doctype)).toBe(
      '“a.xlsx” defines XML entities of its own, which this app never expands; export it without them.',
    );
    const { output } = await readSheet(rawRow(2, '<c t="s"><v>7</v></c>'));
    expect(output.problems[0]?.sentence).toBe(
      'The cell names a text that the workbook does not hold; save the file in Excel and import it again.',
    );
  });

  it('whose archive names a part outside of it is refused', async () => {
    const book = await makeWorkbook({ sheets: [{ name: 'A', rows: header }], more: { 'xx/xx/evil.txt': 'x' } });
    const evil = Buffer.from(book.toString('latin1').replaceAll('xx/xx/evil.txt', '../../evil.txt'), 'latin1');
    expect(await refusalOf('issues', 'a.xlsx', evil)).toBe(
      '“a.xlsx” ends in the middle: it is cut short or damaged. Copy or export it again.',
    );
  });
});
