import { attributeOf, type XmlHandlers } from '../xml.ts';

/** Style → the level of its headings from 1, and whether Word numbers them by itself. */
export type NumberedStyles = ReadonlyMap<string, { readonly level: number; readonly numbered: boolean }>;

/** Gathers the heading styles of `word/styles.xml`: by their outline level or their built-in names. */
export function createStyleCollector(): { readonly handlers: XmlHandlers; readonly styles: () => NumberedStyles } {
  const styles = new Map<string, { level: number; numbered: boolean }>();
  let id = '';
  let level = 0;
  let numbered = false;
  return {
    styles: () => styles,
    handlers: {
      open(tag) {
        if (tag.name === 'style') {
          id = attributeOf(tag, 'styleId') ?? '';
          level = Number(/^Heading([1-9])$/i.exec(id)?.[1] ?? 0);
          numbered = false;
        } else if (tag.name === 'name' && level === 0)
          level = Number(/^heading ([1-9])$/i.exec(attributeOf(tag, 'val') ?? '')?.[1] ?? 0);
        else if (tag.name === 'outlineLvl') level = Number(attributeOf(tag, 'val') ?? -1) + 1 || level;
        else if (tag.name === 'numPr') numbered = true;
      },
      close(name) {
        if (name === 'style' && level >= 1 && level <= 9) styles.set(id, { level, numbered });
      },
    },
  };
}

/** Follows the headings of a document and counts those that Word numbers, as their numbers are nowhere written. */
export function createHeadingNumbers(styles: NumberedStyles) {
  const counts: number[] = [];
  let last: { readonly text: string; readonly number: string | null } = { text: '', number: null };
  return {
    last: () => last,
    see(text: string, style: string, ownNumber: boolean): void {
      const level = styles.get(style)?.level ?? Number(/^Heading([1-9])$/i.exec(style)?.[1] ?? 0);
      if (level === 0) return;
      const written = /^(\d{1,3}(?:\.\d{1,3}){0,8})[.)]?\s+\S/.exec(text)?.[1];
      if (written !== undefined) {
        last = { text, number: written };
        return;
      }
      if (!ownNumber && !styles.get(style)?.numbered) {
        last = { text, number: null };
        return;
      }
      counts.length = Math.min(counts.length, level);
      while (counts.length < level) counts.push(0);
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      const number = counts.join('.');
      last = { text: `${number} ${text}`, number };
    },
  };
}
