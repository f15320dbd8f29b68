import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Preview } from '../../../shared/contract/preview.ts';
import { limits, Refusal } from './limits.ts';

interface Drawn {
  readonly children: Drawn[];
  /** Ids of what is drawn again here: by `href`, or by `url(#…)` in an attribute. */
  readonly refers: string[];
  /** A filter or a mask needs a picture of its own each time. */
  readonly weight: number;
}

const tooMuch =
  'Drawing this picture would take more memory than a picture may; Show a copy opens it in its own program.';
const heavy: ReadonlySet<string> = new Set(['filter', 'mask', 'pattern', 'feTurbulence', 'feImage']);
const heavyWeight = 200;

/**
 * Lets a drawing be shown only where what it draws is bounded. Two kilobytes can name one shape ten times, that group ten
 * times, and so on: what is drawn is counted as it would be drawn, before the window's viewer has to.
 */
export async function previewSvg(path: string): Promise<Preview> {
  if ((await stat(path)).size > limits.svgBytes) throw new Refusal(tooMuch);
  const { root, ids, styled, elements } = read(await readFile(path, 'utf8'));
  const known = new Map<Drawn, number>();
  const cost = (one: Drawn): number => {
    const counted = known.get(one);
    if (counted !== undefined) return counted;
    // One that draws itself is drawn once: a circle is an error that draws nothing more.
    known.set(one, 0);
    let sum = one.weight;
    for (const child of one.children) sum += cost(child);
    for (const id of one.refers) sum += sumOf(ids.get(id), cost);
    const bounded = Math.min(sum, limits.svgDrawn + 1);
    known.set(one, bounded);
    return bounded;
  };
  // A rule of a style sheet may fit every element.
  const byStyle = styled.reduce((sum, id) => sum + sumOf(ids.get(id), cost), 0) * elements;
  if (cost(root) + byStyle > limits.svgDrawn) throw new Refusal(tooMuch);
  return { kind: 'image', sha256: basename(path), mediaType: 'image/svg+xml' };
}

function sumOf(one: Drawn | undefined, cost: (one: Drawn) => number): number {
  return one ? cost(one) : 0;
}

function read(text: string) {
  const root: Drawn = { children: [], refers: [], weight: 0 };
  const ids = new Map<string, Drawn>();
  const styled: string[] = [];
  const open: { readonly name: string; readonly drawn: Drawn }[] = [{ name: '', drawn: root }];
  let elements = 0;
  const parser = new SaxesParser();
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw new Refusal('This picture declares entities, which could multiply; it is not shown here.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    const local = name.slice(name.indexOf(':') + 1);
    if (open.length > limits.xmlDepth) throw new Refusal(tooMuch);
    const stated = Object.entries(attributes as Readonly<Record<string, string>>);
    const refers = stated.flatMap(([key, value]) =>
      /(^|:)href$/.test(key) ? (value.trim().startsWith('#') ? [value.trim().slice(1)] : []) : referredIn(value),
    );
    if (local === 'svg' && stated.some(([key, value]) => isTooLarge(key, value))) throw new Refusal(tooMuch);
    const drawn: Drawn = { children: [], refers, weight: heavy.has(local) ? heavyWeight : 1 };
    const id = stated.find(([key]) => key === 'id')?.[1];
    if (id !== undefined && !ids.has(id)) ids.set(id, drawn);
    open.at(-1)?.drawn.children.push(drawn);
    open.push({ name: local, drawn });
  });
  parser.on('closetag', () => void open.pop());
  const style = (words: string) => {
    if (open.at(-1)?.name === 'style') styled.push(...referredIn(words));
  };
  parser.on('text', style);
  parser.on('cdata', style);
  parser.on('error', () => {
    throw new Refusal('This picture is damaged; Show a copy opens it in its own program.');
  });
  parser.write(text).close();
  return { root, ids, styled, elements };
}

function referredIn(words: string): string[] {
  return [...words.matchAll(/url\(\s*['"]?#([^'")\s]+)/g)].map(([, id]) => id ?? '');
}

/** A size in anything but per cent, as a number of about pixels. */
function isTooLarge(key: string, value: string): boolean {
  return (key === 'width' || key === 'height') && !value.includes('%') && Number.parseFloat(value) > limits.svgSide;
}
