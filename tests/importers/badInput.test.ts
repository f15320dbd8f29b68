import { appendFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shownName } from '../../shared/domain/importing/shown.ts';
import { scratchFolder } from '../support/scratch.ts';
import { readBytes, readPasted, refusalOf, refusalOfFile, scratchFile } from './support.ts';
import { makeWorkbook, textRow, zipOf } from './workbook.ts';

const table = 'Key,Summary,Due date\nA-1,First,4 November 2021\nA-2,Second,5 November 2021\n';
const sheets = [{ name: 'Issues', rows: textRow(1, 'Key', 'Summary') + textRow(2, 'A-1', 'First') }];

/** An old Office file: the mark of a compound file, and names as its directory holds them. */
function compound(...names: readonly string[]): Buffer {
  const mark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([
    mark,
    Buffer.alloc(1024),
    ...names.map((name) => Buffer.from(name, 'utf16le')),
    Buffer.alloc(512),
  ]);
}

describe('a file that is not what it should be is refused with one sentence', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  it.each<[string, string, Uint8Array | string | Promise<Buffer>, string]>([
    ['zero bytes', 'a.csv', '', '“a.csv” is empty: it holds 0 bytes. Choose the file again, or export it anew.'],
    [
      'zero bytes under a workbook’s name',
      'a.xlsx',
      '',
      '“a.xlsx” is empty: it holds 0 bytes. Choose the file again, or export it anew.',
    ],
    [
      'blank lines only',
      'a.csv',
      '\n\n  \n',
      '“a.csv” is empty: it holds no text. Choose the file again, or export it anew.',
    ],
    [
      'a mark and nothing else',
      'a.csv',
      '\ufeff',
      '“a.csv” is empty: it holds no text. Choose the file again, or export it anew.',
    ],
    ['delimiters only', 'a.csv', ',,,\n,,,\n', '“a.csv” holds no table: no row of it has any text.'],
    [
      'a PDF named as a table',
      'a.csv',
      '%PDF-1.7\n%âãÏÓ\n1 0 obj',
      '“a.csv” is a PDF, not a table; save the table as CSV or .xlsx and import that.',
    ],
    [
      'a web page named as a workbook',
      'a.xlsx',
      '<!DOCTYPE html><html><table></table></html>',
      '“a.xlsx” is a web page (HTML) without a table; export it again as CSV or .xlsx, and import that.',
    ],
    [
      'a picture named as a table',
      'a.csv',
      png,
      '“a.csv” is a PNG file, which this import cannot read; choose a CSV file, an Excel workbook or JUnit XML.',
    ],
    [
      'noughts',
      'a.csv',
      Buffer.alloc(100),
      '“a.csv” is not a text file, which this import cannot read; choose a CSV file, an Excel workbook or JUnit XML.',
    ],
    [
      'a workbook behind a password',
      'a.xlsx',
      compound('EncryptionInfo', 'EncryptedPackage'),
      '“a.xlsx” is protected with a password; open it in Excel, save it without one, and import it again.',
    ],
    [
      'an Excel file of before 2007',
      'a.xls',
      compound('Workbook'),
      '“a.xls” is in the Excel format of before 2007 (.xls); open it in Excel and save it as .xlsx.',
    ],
    [
      'an old Word document',
      'a.xlsx',
      compound('WordDocument'),
      '“a.xlsx” is an old Office document, not a table; save the table as .xlsx or CSV.',
    ],
    [
      'OpenDocument',
      'a.xlsx',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
      '“a.xlsx” holds no sheet with cells.',
    ],
    [
      'Apple Numbers',
      'a.csv',
      zipOf({ 'Index/Document.iwa': 'x' }),
      '“a.csv” is an Apple Numbers file; export it as .xlsx or CSV.',
    ],
    [
      'a binary workbook',
      'a.xlsx',
      zipOf({ 'xl/workbook.bin': 'x' }),
      '“a.xlsx” is a binary workbook (.xlsb); save it as .xlsx.',
    ],
    [
      'some other archive',
      'a.xlsx',
      zipOf({ 'readme.txt': 'x' }),
      '“a.xlsx” is a zip archive, not an Excel workbook; unpack it and choose the table in it.',
    ],
    [
      'an archive of nothing',
      'a.xlsx',
      zipOf({}),
      '“a.xlsx” is a zip archive, not an Excel workbook; unpack it and choose the table in it.',
    ],
    ['a workbook without a sheet', 'a.xlsx', makeWorkbook({ sheets: [] }), '“a.xlsx” holds no sheet with cells.'],
    [
      'a sheet without a cell',
      'a.xlsx',
      makeWorkbook({ sheets: [{ name: 'A', rows: '' }] }),
      '“a.xlsx” holds no table: no row of it has any text.',
    ],
    [
      'a CSV file that ends inside a cell',
      'a.csv',
      'Key,Summary\nA-1,"cut sho',
      '“a.csv” ends inside a cell: a quotation mark in row 2 is never closed. It may be cut short; export it again.',
    ],
  ])('%s', async (_, name, bytes, sentence) => {
    expect(await refusalOf('issues', name, await bytes)).toBe(sentence);
  });

  it('a workbook cut at any place', async () => {
    const whole = await makeWorkbook({ sheets });
    const cut = '“a.xlsx” ends in the middle: it is cut short or damaged. Copy or export it again.';
    for (const part of [0.2, 0.5, 0.8, 0.99])
      expect(await refusalOf('issues', 'a.xlsx', whole.subarray(0, whole.length * part))).toBe(cut);
  });

  it('a folder, a file that is gone, a name that no file has', async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'a.csv'));
    expect(await refusalOfFile('issues', 'a.csv', join(folder, 'a.csv'))).toBe(
      '“a.csv” is a folder; choose a file in it.',
    );
    expect(await refusalOfFile('issues', 'b.csv', join(folder, 'b.csv'))).toBe(
      '“b.csv” is not there; check its name and its folder, for it may have been moved or renamed.',
    );
    expect(await refusalOfFile('issues', 'a\0.csv', join(folder, 'a\0.csv'))).toBe(
      '“a.csv” is not a file name; choose the file again.',
    );
    expect(await refusalOfFile('issues', 'c.csv', join(folder, 'c'.repeat(300)))).toBe(
      '“c.csv” has a longer name than this system allows; rename it.',
    );
  });

  it('nothing pasted', async () => {
    await expect(readPasted('issues', ' \n')).rejects.toThrow(
      'Nothing was pasted; copy a table with its headings and paste it here.',
    );
  });
});

describe('a file that is changed while it is read is refused', () => {
  const changed = '“a.csv” was changed while it was read; close it in other programs and import it again.';
  it.each<[string, (file: string) => void]>([
    ['grown', (file) => appendFileSync(file, 'A-3,Third,\n')],
    ['cut short', (file) => truncateSync(file, 20)],
    ['rewritten', (file) => writeFileSync(file, table.replace('First', 'Worst'))],
  ])('%s', async (_, change) => {
    const file = scratchFile(table);
    let done = false;
    const onReport = () => {
      if (!done) change(file);
      done = true;
    };
    expect(await refusalOfFile('issues', 'a.csv', file, { onReport })).toBe(changed);
  });
});

describe('a hostile name is shown safely', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\a.csv', 'a.csv'],
    ['a\u0000\u001b[31mb\r\n.csv', 'a[31mb.csv'],
    ['report\u202Evsc.exe', 'reportvsc.exe'],
    ['\u200f\u2066', 'the file'],
    ['../..', 'the file'],
    ['', 'the file'],
    [`${'é'.repeat(127)}.csv`, `${'é'.repeat(79)}…`],
    ['half\ud800.csv', 'half\ufffd.csv'],
  ])('%j is shown as %j', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });

  it('in the sentence, while the file itself is read all the same', async () => {
    expect(await refusalOf('issues', '../\u202Eevil\n.csv', '')).toBe(
      '“evil.csv” is empty: it holds 0 bytes. Choose the file again, or export it anew.',
    );
    expect((await readBytes('issues', `${'x'.repeat(255)}`, table)).rows).toHaveLength(2);
  });

  it('and so are hostile words of a cell', async () => {
    const { output } = await readPasted('issues', 'Key\tSeverity\nA-1\t\u202Eurg\u0007ent\u200b!!\u2066');
    expect(output.problems[0]?.sentence).toMatch(/^Severity “urg ent !!” is not a number from 1 to 9/);
  });
});

describe('limits', () => {
  it('513 columns are too many', async () => {
    const wide = Array.from({ length: 513 }, (_, index) => `C${index}`).join(',');
    expect(await refusalOf('issues', 'a.csv', `${wide}\n`)).toBe(
      '“a.csv” has 513 columns, more than 512; delete those that you do not need.',
    );
    const far = `${textRow(1, 'Key')}<row r="2"><c r="ZZZ2" t="inlineStr"><is><t>x</t></is></c></row>`;
    expect(await refusalOf('issues', 'a.xlsx', await makeWorkbook({ sheets: [{ name: 'A', rows: far }] }))).toBe(
      '“a.xlsx” has more than 512 columns; delete those that you do not need.',
    );
  });

  it('a cell of more than 100,000 characters refuses its row', async () => {
    const { rows, output } = await readBytes(
      'issues',
      'a.csv',
      `Key,Summary\nA-1,${'x'.repeat(100_001)}\nA-2,${'x'.repeat(100_000)}`,
    );
    expect(rows).toHaveLength(1);
    expect(output.problems).toEqual([
      {
        row: 2,
        column: 'Summary',
        sentence: 'The cell holds more than 100,000 characters; shorten it, or attach the text as evidence.',
      },
    ]);
  });

  it('a quotation mark that swallows the file is found before it fills the memory', async () => {
    const swallowed = `Key,Summary\nA-1,"${'x,y\n'.repeat(2_200_000)}`;
    expect(await refusalOf('issues', 'a.csv', swallowed)).toBe(
      'Row 2 of “a.csv” is longer than 8 million characters; a quotation mark before it is probably never closed.',
    );
  });

  it('more than a million rows are too many', async () => {
    expect(await refusalOf('issues', 'a.csv', `Key\n${'A\n'.repeat(1_000_001)}`)).toBe(
      '“a.csv” has more than 1,000,000 rows; split it into smaller files.',
    );
  });

  it('a workbook that unpacks to far more than it holds is not unpacked', async () => {
    const bomb = await makeWorkbook({ sheets: [{ name: 'A', rows: textRow(1, 'Key') + ' '.repeat(40 * 1024 ** 2) }] });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf('issues', 'a.xlsx', bomb)).toBe(
      '“a.xlsx” unpacks to far more than a table needs, as files made to do harm do; it was not read.',
    );
  });

  it('a thousand problems are told, and all are counted', async () => {
    const { output } = await readBytes('issues', 'a.csv', `Key,Severity\n${'A,nonsense\n'.repeat(2500)}`);
    expect(output.problems).toHaveLength(1000);
    expect(output).toMatchObject({ problemCount: 2500, refusedRows: 2500, rows: 2500, good: 0 });
    expect(output.readings).toEqual([
      { column: 'Severity', word: 'nonsense', field: 'severity', value: null, count: 2500 },
    ]);
  });
});

describe('what the user says has to fit', () => {
  it.each([
    [
      { mapping: { Nonsense: 'title' } },
      '“a.csv” has no column “Nonsense”; its columns are Key, Summary and Due date.',
    ],
    [
      { mapping: { Key: 'colour' } },
      '“colour” is no field of this import; its fields are reference, title, severity, open, phase, workaround and fixBy.',
    ],
    [
      { mapping: { Key: 'title', Summary: 'title' } },
      'The columns “Key” and “Summary” cannot both be the field title; choose one.',
    ],
    [
      { defaults: { fixBy: '4 November' } },
      'The field fixBy: "4 November" is not a calendar date; write it as YYYY-MM-DD, such as 2026-06-25.',
    ],
    [{ defaults: { __proto__x: 1 } }, '“__proto__x” is no field of this import; leave it out.'],
    [{ valueMaps: { severity: { Bad: '12' } } }, '“Bad” cannot stand for “12” in the field severity; choose 1 to 9.'],
    [{ sheet: null, valueMaps: { colour: {} } }, '“colour” is no field of this import; leave its words out.'],
  ])('%j', async (options, sentence) => {
    expect(await refusalOf('issues', 'a.csv', table, options)).toBe(sentence);
  });
});
