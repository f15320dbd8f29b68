import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInput } from '../../electron/importers/files/inputFile.ts';
import { odsSource } from '../../electron/importers/ods/odsSource.ts';
import { preview } from '../../electron/importers/preview/preview.ts';
import { shownText } from '../../electron/importers/preview/previewText.ts';
import { xlsxSource } from '../../electron/importers/xlsx/xlsxSource.ts';
import { openZip } from '../../electron/importers/xlsx/zipEntries.ts';
import { previewSchema } from '../../shared/contract/preview.ts';
import type { Cell } from '../../shared/domain/importing/columnReader.ts';
import fc from '../support/properties.ts';
import { scratchFolder } from '../support/scratch.ts';
import { dateStyles, makeWorkbook, zipOf } from './workbook.ts';

type Grid = ReadonlyMap<number, readonly string[]>;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ods = 'application/vnd.oasis.opendocument.spreadsheet';

const said = (cell: Cell) => shownText(typeof cell === 'string' ? cell : cell.shown);

/** What an import takes of the file’s one sheet, by row. */
async function imported(path: string): Promise<Grid> {
  const file = await openInput(path, 'book');
  try {
    const zip = await openZip(file);
    const source = zip.has('content.xml') ? odsSource(zip, 'A', 'issues') : xlsxSource(file, zip, 'A', 'issues');
    const rows = new Map<number, readonly string[]>();
    for await (const batch of (await source).batches())
      for (const { row, cells } of batch.rows)
        rows.set(
          row,
          Array.from(cells, (cell) => said(cell ?? '')),
        );
    return rows;
  } finally {
    await file.handle.close();
  }
}

async function previewed(path: string, mediaType: string): Promise<Grid> {
  const read = await preview({ path, mediaType });
  if (!read.ok) throw new Error(read.error.message);
  const shown = previewSchema.parse(read.value);
  if (shown.kind !== 'table') throw new Error(JSON.stringify(shown));
  return new Map((shown.sheets[0]?.rows ?? []).map((cells, at) => [at + 1, cells] as const));
}

function written(bytes: Buffer): string {
  const path = join(scratchFolder(), 'book');
  writeFileSync(path, bytes);
  return path;
}

/** Without empty ends, and without rows of them alone. */
function filled(grid: Grid): Grid {
  const trimmed = [...grid].map(([row, cells]) => [row, cells.slice(0, cells.findLastIndex((one) => one !== '') + 1)]);
  return new Map((trimmed as [number, string[]][]).filter(([, cells]) => cells.length > 0));
}

const serial = fc.oneof(
  fc.constantFrom(0, 1, 58, 59, 60, 61, 44_500, 44_500.635, 2_958_465, 2_958_466, -4),
  fc.double({ min: -10, max: 60_000, noNaN: true }),
);
const number = fc.oneof(serial, fc.constantFrom(0.1 + 0.2, 1e21, 1e-7), fc.double({ noNaN: true }));
const word = fc.constantFrom('', 'Late', ' two words ', '=1+1', '‮backwards', 'a&amp;b', '2021-11-04');

const xlsxCell = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 4 }), number).map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`),
  fc.tuple(fc.constantFrom(1, 2), serial).map(([style, value]) => `<c s="${style}"><f>A1</f><v>${value}</v></c>`),
  fc.constantFrom('0', '1', 'true', 'false').map((value) => `<c t="b"><v>${value}</v></c>`),
  fc.constantFrom('#DIV/0!', '#REF!', '#N/A').map((value) => `<c t="e"><f>1/0</f><v>${value}</v></c>`),
  fc.constantFrom(
    '<c><f>A1</f></c>',
    '<c/>',
    '<c t="s"><v>0</v></c>',
    '<c t="s"><v>7</v></c>',
    '<c t="d"><v>2021-11-04</v></c>',
  ),
  word.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`),
  word.map((text) => `<c t="str"><f>A1</f><v>${text}</v></c>`),
);

const odsCell = fc.oneof(
  number.map(
    (value) =>
      `<table:table-cell office:value-type="float" office:value="${value}"><text:p>shown</text:p></table:table-cell>`,
  ),
  number.map(
    (value) =>
      `<table:table-cell office:value-type="percentage" office:value="${value}"><text:p>50 %</text:p></table:table-cell>`,
  ),
  fc
    .constantFrom('true', 'false')
    .map(
      (value) =>
        `<table:table-cell office:value-type="boolean" office:boolean-value="${value}"><text:p>TRUE</text:p></table:table-cell>`,
    ),
  fc
    .constantFrom('1900-02-28', '2021-10-31', '2021-10-31T15:15:00')
    .map(
      (value) =>
        `<table:table-cell office:value-type="date" office:date-value="${value}"><text:p>31/10/21</text:p></table:table-cell>`,
    ),
  fc.constant(
    '<table:table-cell office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>',
  ),
  fc.constantFrom(
    '<table:table-cell/>',
    '<table:covered-table-cell/>',
    '<table:table-cell table:number-columns-repeated="3"/>',
  ),
  word.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`),
);

const rowsOf = (cell: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(cell, { maxLength: 6 })), { minLength: 1, maxLength: 6 });

const space = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;

describe('what is looked at is what would be taken', () => {
  it('of any workbook', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(xlsxCell), fc.boolean(), fc.boolean(), async (rows, date1904, isMerged) => {
        let at = 0;
        const lines = rows.map(([step, cells]) => {
          at += step;
          return `<row r="${at}">${cells.join('')}</row>`;
        });
        const after = isMerged ? '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>' : '';
        const sheets = [{ name: 'A', rows: lines.join(''), after }];
        const path = written(
          await makeWorkbook({ sheets, styles: dateStyles, date1904, sharedStrings: '<si><t>shared</t></si>' }),
        );
        expect(filled(await previewed(path, xlsx))).toEqual(filled(await imported(path)));
      }),
      { numRuns: 60 },
    );
  });

  it('of any OpenDocument spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(odsCell), async (rows) => {
        const lines = rows.map(
          ([repeats, cells]) =>
            `<table:table-row table:number-rows-repeated="${repeats}">${cells.join('')}</table:table-row>`,
        );
        const content = `<office:document-content ${['office', 'table', 'text'].map(space).join(' ')}><office:body><office:spreadsheet><table:table table:name="A">${lines.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
        const path = written(await zipOf({ mimetype: ods, 'content.xml': content }));
        expect(filled(await previewed(path, ods))).toEqual(filled(await imported(path)));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['<c t="b"><v>1</v></c>', 'Yes'],
    ['<c s="1"><v>44500</v></c>', '2021-10-31'],
    ['<c s="1"><v>58</v></c>', '1900-02-27'],
    ['<c s="1"><v>59</v></c>', '1900-02-28'],
    ['<c s="1"><v>60</v></c>', '60'],
    ['<c><v>0.30000000000000004</v></c>', '0.3'],
    ['<c t="e"><v>#REF!</v></c>', '#REF!'],
  ])('%s shows %s', async (cell, shown) => {
    const sheets = [{ name: 'A', rows: `<row r="1">${cell}</row>` }];
    const path = written(await makeWorkbook({ sheets, styles: dateStyles }));
    expect((await previewed(path, xlsx)).get(1)).toEqual([shown]);
  });
});
