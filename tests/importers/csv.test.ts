import { describe, expect, it } from 'vitest';
import { readBytes, readPasted } from './support.ts';

const table = 'Key,Summary,Severity\nA-1,Zähler – “still” £5,2\nA-2,Two,3\n';
const expected = [
  { reference: 'A-1', title: 'Zähler – “still” £5', severity: 2 },
  { reference: 'A-2', title: 'Two', severity: 3 },
];

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

function windows1252(text: string): Buffer {
  const signs: Readonly<Record<string, number>> = { '–': 0x96, '“': 0x93, '”': 0x94, '€': 0x80 };
  return Buffer.from([...text].map((sign) => signs[sign] ?? sign.charCodeAt(0)));
}

describe('CSV is read in the encoding it is written in', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${table}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(table, 'utf16le')],
    ['UTF-16 BE', utf16be(`\ufeff${table}`)],
    ['UTF-16 BE', utf16be(table)],
    ['Windows-1252', windows1252(table)],
  ])('%s', async (encoding, bytes) => {
    const { rows, output } = await readBytes('issues', 'a.csv', bytes);
    expect(output).toMatchObject({ encoding, format: 'csv', delimiter: ',', headerRow: 1 });
    expect(rows).toEqual(expected);
  });

  it('even where the only accent stands in the last of many rows', async () => {
    const many = `Key,Summary\n${Array.from({ length: 30_000 }, (_, row) => `A-${row},plain words only`).join('\n')}\n`;
    const utf8 = await readBytes('issues', 'a.csv', Buffer.concat([Buffer.from(many), Buffer.from('Z-1,café')]));
    expect([utf8.output.encoding, utf8.rows.at(-1)]).toEqual(['UTF-8', { reference: 'Z-1', title: 'café' }]);
    const windows = await readBytes('issues', 'a.csv', Buffer.concat([Buffer.from(many), windows1252('Z-1,café')]));
    expect([windows.output.encoding, windows.rows.at(-1)]).toEqual([
      'Windows-1252',
      { reference: 'Z-1', title: 'café' },
    ]);
  });

  it('and a character that two pieces of a file share comes out whole', async () => {
    for (const shift of [0, 1, 2]) {
      const cell = `${'x'.repeat(shift)}${'€'.repeat(30_000)}`;
      const pad = Array.from({ length: 4 }, (_, row) => `A-${row},${cell}`).join('\n');
      const { rows } = await readBytes('issues', 'a.csv', `Key,Summary\n${pad}`);
      expect(rows.map(({ title }) => title)).toEqual(Array.from({ length: 4 }, () => cell));
    }
  });
});

describe('CSV is read with the delimiter it uses', () => {
  it.each([
    [';', 'csv'],
    ['\t', 'tsv'],
    ['|', 'csv'],
    [',', 'csv'],
  ])('%j', async (delimiter, format) => {
    const text =
      ['Key', 'Summary', 'Severity'].join(delimiter) +
      '\r\n' +
      ['A-1', '"one, two; three | four"', '2'].join(delimiter);
    const { rows, output } = await readBytes('issues', 'a.csv', text);
    expect(output).toMatchObject({ delimiter, format });
    expect(rows).toEqual([{ reference: 'A-1', title: 'one, two; three | four', severity: 2 }]);
  });

  it('as Excel’s first line names it', async () => {
    const { rows, output } = await readBytes('issues', 'a.csv', 'sep=;\r\nKey;Summary\r\nA-1;a,b,c\r\n');
    expect(rows).toEqual([{ reference: 'A-1', title: 'a,b,c' }]);
    expect(output).toMatchObject({ delimiter: ';', headerRow: 2 });
  });

  it('with quotation marks and line breaks inside cells, and rows numbered as a spreadsheet does', async () => {
    const text = 'Key,Summary\r\nA-1,"He said ""no"", twice\r\nand left"\r\n\r\nA-2,5" pipe\r\nA-3,';
    const { rows, numbers } = await readBytes('issues', 'a.csv', text);
    expect(rows).toEqual([
      { reference: 'A-1', title: 'He said "no", twice\nand left' },
      { reference: 'A-2', title: '5" pipe' },
      { reference: 'A-3' },
    ]);
    expect(numbers).toEqual([2, 4, 5]);
  });

  it('and a row with cells too few or too many is refused, blank ends aside', async () => {
    const { rows, output } = await readPasted(
      'issues',
      'Key,Summary,Severity\nA-1,One\nA-2,Two,3,surplus\nA-3,Three,3,,\nA-4,Four,4',
    );
    expect(rows.map(({ reference }) => reference)).toEqual(['A-3', 'A-4']);
    expect(output.problems.map(({ row, sentence }) => `${row}: ${sentence}`)).toEqual([
      '2: The row has 2 cells where the headings have 3; a delimiter or a quotation mark is missing or too many.',
      '3: The row has 4 cells where the headings have 3; a delimiter or a quotation mark is missing or too many.',
    ]);
  });
});

describe('values are read as people write them', () => {
  it.each([
    ['2021-11-04', '2021-11-04'],
    ['2021-11-04T15:15:00Z', '2021-11-04'],
    ['2021-11-04 15:15:00.000+01:00', '2021-11-04'],
    ['4 November 2021', '2021-11-04'],
    ['Thursday 4th November 2021', '2021-11-04'],
    ['04/11/2021', '2021-11-04'],
    ['4.11.21', '2021-11-04'],
    ['4-Nov-21', '2021-11-04'],
    ['4/Nov/21 3:15 PM', '2021-11-04'],
    ['4 Sept 79', '2079-09-04'],
    ['4 Sep 80', '1980-09-04'],
    ['November 4, 2021', '2021-11-04'],
    ['29/02/2024', '2024-02-29'],
  ])('the date %s', async (written, date) => {
    expect((await readPasted('issues', `Key\tDue date\nA-1\t${written}`)).rows).toEqual([
      { reference: 'A-1', fixBy: date },
    ]);
  });

  it.each([
    '31/02/2026',
    '13/13/2026',
    '29/02/2023',
    '00/01/2026',
    '2021-13-01',
    'soon',
    '4 Novembre 2021',
    '4 November',
    '44504',
    '04/11/2021 lunch',
  ])('and never the date %s', async (written) => {
    const { rows, output } = await readPasted('issues', `Key\tDue date\nA-1\t${written}`);
    expect(rows).toEqual([]);
    expect(output.problems[0]).toMatchObject({ row: 2, column: 'Due date' });
    expect(output.problems[0]?.sentence).toContain(`“${written}” is not a d`);
  });

  it('and days before months, which is said', async () => {
    const { output } = await readPasted('issues', 'Key\tDue date\nA-1\t04/11/2021');
    expect(output.notes).toEqual([
      'Dates such as “04/11/2021” in the column “Due date” are read day first; no date of the file tells the order, and month first can be chosen.',
    ]);
  });

  it.each([
    ['1', 1],
    ['9', 9],
    ['1 - Critical', 1],
    ['S2', 2],
    ['Sev 3', 3],
    ['P1', 1],
    ['Severity 4', 4],
    ['highest', 1],
    ['Blocker', 1],
    ['urgent', 1],
    ['High', 2],
    ['major', 2],
    ['very high', 2],
    ['medium', 3],
    ['Moderate', 3],
    ['normal', 3],
    ['low', 4],
    ['Minor', 4],
    ['lowest', 5],
    ['trivial', 5],
    ['Cosmetic', 5],
  ])('the severity %s', async (written, severity) => {
    expect((await readPasted('issues', `Key\tSeverity\nA-1\t${written}`)).rows).toEqual([
      { reference: 'A-1', severity },
    ]);
  });

  it('an apostrophe that our own exports put before a formula is taken off again', async () => {
    const { rows } = await readBytes('issues', 'a.csv', `Key,Summary\nA-1,'=1+1\nA-2,''-x\nA-3,'tis\n`);
    expect(rows.map(({ title }) => title)).toEqual(['=1+1', "'-x", "'tis"]);
  });
});
