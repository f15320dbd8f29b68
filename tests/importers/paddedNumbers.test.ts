import { describe, expect, it } from 'vitest';
import { inPlaces, paddingOf } from '../../electron/importers/xlsx/paddedNumber.ts';
import { readBytes } from './support.ts';
import { makeWorkbook, rawRow, textRow, zipOf } from './workbook.ts';

const shown = (format: string, number: number) => {
  const padding = paddingOf(format);
  return padding && inPlaces(number, padding);
};

describe('a number format', () => {
  it.each([
    ['000', 7, '007'],
    ['000', 1234, '1234'],
    ['"D-"000', 7, 'D-007'],
    ['\\D\\-000', 7, 'D-007'],
    ['"D"-000', 7, 'D-007'],
    ['"DEF "0', 12, 'DEF 12'],
    ['0000-00', 202107, '2021-07'],
    ['000;-000', 7, '007'],
    ['000', 0, '000'],
    ['000', 1.5, null],
    ['000', -7, null],
    ['0', 7, null],
    ['#,##0', 7, null],
    ['0.00', 7, null],
    ['00%', 7, null],
    ['"£"0', 7, null],
    ['0" tests"', 7, null],
    ['0"e"0', 7, null],
    ['General', 7, null],
    ['[Red]000', 7, null],
    ['', 7, null],
  ])('%s shows %d as %s', (format, number, text) => expect(shown(format, number)).toBe(text));
});

const spaces = ['office', 'table', 'text'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);
const odsRow = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const words = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const numbered = (value: number, text: string) =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${text}</text:p></table:table-cell>`;

describe('a reference that is a number in the format of its cell', () => {
  it('is read from a workbook as it is shown, and a count as a number', async () => {
    const styles =
      '<numFmts count="2"><numFmt numFmtId="170" formatCode="000"/><numFmt numFmtId="171" formatCode="&quot;D-&quot;000"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>';
    const cell = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
    const rows = textRow(1, 'Key', 'Severity') + rawRow(2, cell(1, 7), cell(1, 2)) + rawRow(3, cell(2, 7), cell(0, 3));
    const book = await makeWorkbook({ sheets: [{ name: 'A', rows }], styles });
    expect((await readBytes('issues', 'a.xlsx', book)).rows).toEqual([
      { reference: '007', severity: 2 },
      { reference: 'D-007', severity: 3 },
    ]);
  });

  it('is read from an OpenDocument spreadsheet as it is shown, and other numbers by their value', async () => {
    const rows = [
      odsRow(words('Key'), words('Summary')),
      odsRow(numbered(7, 'D-007'), numbered(1234.5, '1,234.50')),
      odsRow(numbered(8, '008'), numbered(1234, '1 234')),
      odsRow(numbered(9, '9'), numbered(12, '£12')),
    ];
    const content = `<office:document-content ${spaces.join(' ')}><office:body><office:spreadsheet><table:table table:name="A">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
    const book = await zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': content });
    expect((await readBytes('issues', 'a.ods', book)).rows).toEqual([
      { reference: 'D-007', title: '1234.5' },
      { reference: '008', title: '1234' },
      { reference: '9', title: '12' },
    ]);
  });
});
