import type { Content } from 'pdfmake/interfaces';
import { colours } from '../look.ts';

/**
 * The word DRAFT across the page, as outlines of Inter SemiBold (OFL) and not as text: it lies under the words, and
 * neither search nor extraction stumbles over it. Units: 1715 wide, 372 high, from the baseline upwards negative.
 */
const outline =
  'M164 0L69 0L69 -58L160 -58Q199 -58 225 -72Q252 -86 265 -115Q278 -144 278 -187Q278 -229 265 -258Q252 -286 226 -300Q200 -315 162 -315L67 -315L67 -372L166 -372Q222 -372 261 -350Q301 -328 322 -286Q344 -244 344 -187Q344 -128 322 -87Q301 -45 261 -22Q220 0 164 0ZM104 -372L104 0L38 0L38 -372Z' +
  'M407 0L407 -372L547 -372Q589 -372 619 -357Q648 -342 663 -316Q678 -289 678 -253Q678 -218 663 -191Q648 -165 618 -151Q589 -137 546 -137L446 -137L446 -192L537 -192Q562 -192 578 -199Q594 -206 602 -220Q610 -234 610 -253Q610 -273 602 -287Q594 -301 578 -309Q562 -316 536 -316L474 -316L474 0ZM617 0L526 -169L599 -169L692 0Z' +
  'M716 0L846 -372L931 -372L1064 0L991 0L925 -193Q915 -223 904 -261Q894 -299 881 -347L895 -347Q883 -299 872 -261Q862 -222 853 -193L789 0ZM792 -92L792 -146L988 -146L988 -92Z' +
  'M1114 0L1114 -372L1352 -372L1352 -316L1181 -316L1181 -204L1336 -204L1336 -149L1181 -149L1181 0Z' +
  'M1398 -316L1398 -372L1695 -372L1695 -316L1580 -316L1580 0L1513 0L1513 -316Z';
const size = { width: 1715, height: 372 } as const;

const drawn = new Map<string, string>();

export function draftMark(width: number, height: number): Content {
  const key = `${width}x${height}`;
  const d = drawn.get(key) ?? place(width, height);
  drawn.set(key, d);
  return { canvas: [{ type: 'path', d, color: colours.draft, artifact: 'Watermark' } as never] };
}

/** Turned along the page's diagonal and centred; the page's origin is at its top left. */
function place(width: number, height: number): string {
  const scale = (Math.min(width, height) * 0.88) / size.width;
  const turn = width > height ? -Math.PI / 8 : -Math.PI / 4;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return outline.replace(/(-?\d+) (-?\d+)/g, (_, x: string, y: string) => {
    const [dx, dy] = [(Number(x) - size.width / 2) * scale, (Number(y) + size.height / 2) * scale];
    const at = (value: number) => Math.round(value * 100) / 100;
    return `${at(width / 2 + dx * cos - dy * sin)} ${at(height / 2 + dx * sin + dy * cos)}`;
  });
}
