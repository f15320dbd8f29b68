import { Refusal } from './limits.ts';
import { attribute, readXml } from './readXml.ts';
import type { ZipParts } from './zipParts.ts';

interface SheetPart {
  readonly name: string;
  /** Its path inside the zip. */
  readonly part: string;
}

/** The sheets in the workbook's order, without those that are hidden, and which day its dates count from. */
export async function readSheetList(
  zip: ZipParts,
): Promise<{ readonly sheets: readonly SheetPart[]; readonly is1904: boolean }> {
  const book = await zip.read('xl/workbook.xml');
  if (!book) throw new Refusal('This file is no workbook: it has no list of sheets.');
  const named: { readonly name: string; readonly id: string }[] = [];
  let is1904 = false;
  await readXml(book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible') {
        named.push({ name: attributes.name ?? '', id: attribute(attributes, 'id') ?? '' });
      }
    },
  });
  const parts = new Map<string, string>();
  const links = await zip.read('xl/_rels/workbook.xml.rels');
  if (links) {
    await readXml(links, {
      open: (name, { Id: id, Target: target }) => {
        if (name === 'Relationship' && id && target) parts.set(id, partOf(target));
      },
    });
  }
  const sheets = named.flatMap(({ name, id }) => {
    const part = parts.get(id);
    return part && zip.has(part) ? [{ name, part }] : [];
  });
  return { sheets, is1904 };
}

/** Which cell formats (by their number) show a date. */
export async function readFormats(zip: ZipParts): Promise<readonly boolean[]> {
  const styles = await zip.read('xl/styles.xml');
  const isDate: boolean[] = [];
  if (!styles) return isDate;
  const codes = new Map<number, string>();
  let inCells = false;
  await readXml(styles, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) isDate.push(showsDate(Number(attributes.numFmtId), codes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return isDate;
}

/** Numbers 14 to 22 and 45 to 47 are dates and times by the standard (ECMA-376, 18.8.30); others say so in letters. */
function showsDate(format: number, codes: ReadonlyMap<number, string>): boolean {
  const code = codes.get(format);
  if (code === undefined) return (format >= 14 && format <= 22) || (format >= 45 && format <= 47);
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}
