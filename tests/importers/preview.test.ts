import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { preview } from '../../electron/importers/preview/preview.ts';
import { type Preview, previewSchema } from '../../shared/contract/preview.ts';
import { heading, htmlMessage, inFolder, listItem, paragraph, writeDocx } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function previewOf(path: string, mediaType: string): Promise<Preview> {
  const read = await preview({ path, mediaType });
  if (!read.ok) throw new Error(read.error.message);
  return previewSchema.parse(read.value);
}

describe('the preview of a text', () => {
  it.each([
    ['UTF-8', Buffer.from('Größe – £5')],
    ['UTF-8 with a mark', Buffer.from('\ufeffGröße – £5')],
    ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Größe – £5', 'utf16le')])],
    ['UTF-16, big end first', Buffer.from('\ufeffGröße – £5', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('Größe – £5. It goes on for long enough to be sure.', 'utf16le')],
    ['Windows-1252', Buffer.from('Gr\xf6\xdfe \x96 \xa35', 'latin1')],
  ])('reads %s', async (_name, content) => {
    const preview = await previewOf(inFolder(scratchFolder(), 'a.txt', content), 'text/plain');
    expect(preview).toMatchObject({ kind: 'text', text: expect.stringMatching(/^Größe – £5/), truncated: false });
  });

  it('shows HTML as its source, and takes out what turns the direction of reading', async () => {
    const source = '<script>alert(1)</script>\u202egnp.exe\u0007';
    const preview = await previewOf(inFolder(scratchFolder(), 'a.html', source), 'text/html');
    expect(preview).toEqual({ kind: 'text', text: '<script>alert(1)</script>gnp.exe', truncated: false });
  });

  it('shows the beginning of a long one, and says so', async () => {
    const preview = await previewOf(inFolder(scratchFolder(), 'a.txt', 'é'.repeat(300_000)), 'text/plain');
    expect(preview).toMatchObject({ kind: 'text', truncated: true });
    expect(preview.kind === 'text' && preview.text.length).toBe(100_000);
  });
});

describe('the preview of a CSV file', () => {
  it.each([
    ['commas', 'Reference,Title\nTI-1,"a, b"\n'],
    ['semicolons', 'Reference;Title\nTI-1;a, b\n'],
    ['tabs', 'Reference\tTitle\nTI-1\ta, b\n'],
  ])('finds its %s', async (_name, content) => {
    expect(await previewOf(inFolder(scratchFolder(), 'a.csv', content), 'text/csv')).toEqual({
      kind: 'table',
      sheets: [
        {
          name: '',
          rows: [
            ['Reference', 'Title'],
            ['TI-1', 'a, b'],
          ],
          truncated: false,
        },
      ],
    });
  });

  it('stops at 200 rows and 50 columns of a large one', async () => {
    const row = Array.from({ length: 60 }, (_, at) => `c${at}`).join(',');
    const preview = await previewOf(inFolder(scratchFolder(), 'a.csv', `${row}\n`.repeat(100_000)), 'text/csv');
    if (preview.kind !== 'table') throw new Error(preview.kind);
    expect(preview.sheets[0]).toMatchObject({ truncated: true });
    expect(preview.sheets[0]?.rows).toHaveLength(200);
    expect(preview.sheets[0]?.rows[0]).toHaveLength(50);
  });

  it('shows a file whose quotes never end as the text it is', async () => {
    const content = `a,b\n"${'x'.repeat(300_000)}`;
    expect(await previewOf(inFolder(scratchFolder(), 'a.csv', content), 'text/csv')).toMatchObject({ kind: 'text' });
  });
});

describe('the preview of a workbook', () => {
  it('shows each sheet as a person reads it: texts, numbers, dates and yes or no', async () => {
    const path = join(scratchFolder(), 'a.xlsx');
    await writeXlsxFile([
      {
        sheet: 'Issues',
        data: [
          ['Reference', 'Raised'],
          ['TI-1', { value: new Date(Date.UTC(2021, 8, 30)), type: Date, format: 'dd/mm/yyyy' }],
          ['Count', 0.1 + 0.2],
          [null, true],
        ],
      },
      { sheet: 'Second', data: [['only']] },
    ]).toFile(path);
    expect(await previewOf(path, xlsx)).toEqual({
      kind: 'table',
      sheets: [
        {
          name: 'Issues',
          rows: [
            ['Reference', 'Raised'],
            ['TI-1', '2021-09-30'],
            ['Count', '0.3'],
            ['', 'Yes'],
          ],
          truncated: false,
        },
        { name: 'Second', rows: [['only']], truncated: false },
      ],
    });
  });

  it('reads no further than it shows, however many rows there are', async () => {
    const path = join(scratchFolder(), 'a.xlsx');
    await writeXlsxFile(Array.from({ length: 20_000 }, (_, at) => [`row ${at + 1}`, at])).toFile(path);
    const preview = await previewOf(path, xlsx);
    if (preview.kind !== 'table') throw new Error(preview.kind);
    expect(preview.sheets[0]?.rows).toHaveLength(200);
    expect(preview.sheets[0]).toMatchObject({ truncated: true });
  });
});

describe('the preview of a Word document', () => {
  it('gives its headings, list items and words in order', async () => {
    const body = `${paragraph('Exit report', heading)}${paragraph('All tests &lt;ran&gt;.')}${paragraph('one', listItem)}<w:p/><w:tbl><w:tr><w:tc>${paragraph('in a cell')}</w:tc></w:tr></w:tbl>`;
    expect(await previewOf(await writeDocx(join(scratchFolder(), 'a.docx'), body), docx)).toEqual({
      kind: 'document',
      paragraphs: [
        { style: 'heading', text: 'Exit report' },
        { style: 'text', text: 'All tests <ran>.' },
        { style: 'listItem', text: 'one' },
        { style: 'text', text: 'in a cell' },
      ],
      truncated: false,
    });
  });
});

describe('the preview of a message', () => {
  it('gives who wrote to whom, the words of its HTML, and what was attached', async () => {
    expect(await previewOf(inFolder(scratchFolder(), 'a.eml', htmlMessage), 'message/rfc822')).toEqual({
      kind: 'email',
      from: 'Ada Byron <ada@example.org>',
      to: 'CSC <csc@example.org>, Charles <charles@example.org>',
      cc: '',
      subject: 'SIT exit – approved',
      date: 'Thu, 30 Sep 2021 23:30:00 +0000',
      text: expect.stringContaining('The report is approved & filed.'),
      attachments: [{ name: 'results.csv', bytes: 4 }],
    });
  });
});
