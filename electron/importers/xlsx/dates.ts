import { type Padding, paddingOf } from './paddedNumber.ts';
import { readPart, type ZipEntries } from './zipEntries.ts';

/** The number formats that every spreadsheet knows by number and that show a day. */
const builtIn: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** How the number format of a cell style shows a number: as a day, in places of its own, or (null) as a number. */
export type NumberStyle = 'day' | Padding | null;

/** The number style of each cell style. */
export async function readNumberStyles(zip: ZipEntries, part: string | null): Promise<readonly NumberStyle[]> {
  const custom = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  if (!part) return styles;
  await readPart(zip, part, {
    open({ name, attributes }) {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), styleOf(attributes.formatCode ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(attributes.numFmtId ?? 0);
      styles.push(custom.get(format) ?? (builtIn.has(format) ? 'day' : null));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function styleOf(format: string): NumberStyle {
  return showsDay(format) ? 'day' : paddingOf(format);
}

/** A format with a year or a day outside quotation marks, brackets and escapes; `h:mm` alone shows no day. */
function showsDay(format: string): boolean {
  const bare = format.slice(0, 500).replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '');
  return /[yd]/i.test(bare) && !/^general/i.test(bare);
}

const DAY = 86_400_000;
const LAST_SERIAL = 2_958_465;

/**
 * A spreadsheet's serial as `2021-11-04`, or `2021-11-04T15:15:00` with a time; null where it is no day. The 1900
 * system believes in a 29 February 1900 (serial 60), so that days before it count one less.
 */
export function dateOfSerial(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < (date1904 ? 0 : 1) || serial > LAST_SERIAL) return null;
  const day = Math.floor(serial);
  if (!date1904 && day === 60) return null;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  // To the second: serials are binary fractions, and 15:15 is not one.
  const seconds = Math.round((serial - day) * 86_400);
  const iso = new Date(epoch + day * DAY + seconds * 1000).toISOString();
  return seconds === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
