import type { Block, FactList, Inline, PackModel, Section, Table } from '../../shared/domain/pack/blocks.ts';
import { spansOf } from '../../shared/domain/pack/blocks.ts';

/** A stretch that the file must read out next; where `cut` is set, it may end early with an ellipsis. */
export interface Expected {
  readonly text: string;
  readonly cut: boolean;
  /** What stands at the end in any case: a link. */
  readonly kept?: string;
}

/** On which page a destination lies. */
export type PageOf = (place: string) => number;

/** Everything the model says, in its order. */
export function expectedText(model: PackModel, pageOf: PageOf): readonly Expected[] {
  const contents = [model.decision, ...model.sections];
  const ofInline = (inline: Inline | undefined, cut = false): readonly Expected[] => {
    if (inline === undefined) return [];
    const text = spansOf(inline).map((span) => span.text + (span.pageOf === undefined ? '' : pageOf(span.pageOf)));
    const last = spansOf(inline).at(-1)?.pageOf === undefined ? '' : (text.at(-1) ?? '');
    return [{ text: text.join(''), cut, kept: last }];
  };
  const ofBlock = (block: Block): readonly Expected[] => expectedOf(block, ofInline);
  const ofSection = (section: Section): readonly Expected[] => [
    { text: section.title, cut: true },
    ...ofInline(section.aside),
    ...section.blocks.flatMap(ofBlock),
  ];
  return [
    plain('Go-Live pack'),
    { text: model.cover.title, cut: true },
    ...model.cover.blocks.flatMap(ofBlock),
    plain('Contents'),
    ...contents.map(({ title, id }) => plain(`${title}${pageOf(id)}`)),
    ...[model.decision, ...model.sections].flatMap(ofSection),
  ];
}

type OfInline = (inline: Inline | undefined, cut?: boolean) => readonly Expected[];

function expectedOf(block: Block, ofInline: OfInline): readonly Expected[] {
  switch (block.kind) {
    case 'heading':
      return [plain(block.text), ...ofInline(block.aside)];
    case 'paragraph':
      return ofInline(block.text, block.lines !== undefined);
    case 'facts':
      return block.rows.flatMap((row) => [plain(row.label), ...ofInline(row.value)]);
    case 'table': {
      const rows = block.rows.flatMap((row) =>
        row.flatMap((cell) => [...ofInline(cell.text, cell.lines !== undefined), ...ofInline(cell.below)]),
      );
      return block.headless ? rows : [...block.columns.map((column) => plain(column.title)), ...rows];
    }
    case 'figure':
      return [...block.svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => plain(unescapeXml(words)));
    case 'counts':
      return block.items.map((item) => plain(`${item.value}${item.sign}${item.word}`));
    case 'pair':
      return [...block.left, ...block.right].flatMap((one) => expectedOf(one, ofInline));
    case 'entry':
      return [plain(block.label)];
    case 'choice':
      return [plain(block.label), ...block.options.map(({ label }) => plain(label))];
    case 'drawingNotes':
      return [];
  }
}

function plain(text: string): Expected {
  return { text, cut: false };
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

/** What is left after the layout's own work: blanks and break marks come and go, and 2x3 is drawn with a sign for times. */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b\u00ad]+/g, '')
    .replace(/×/g, 'x');
}

/** Where the file reads differently from what is expected, in words; null where it reads the same. */
export function firstDifference(actual: string, expected: readonly Expected[]): string | null {
  let at = 0;
  for (const { text, cut, kept = '' } of expected) {
    const wanted = bare(text);
    let of = 0;
    while (of < wanted.length) {
      if (wanted[of] === actual[at]) at += 1;
      else if (cut && actual[at] === '…') {
        at += 1;
        of = wanted.length - bare(kept).length - 1;
      } else
        return `expected “${wanted.slice(of, of + 60)}”, found “${actual.slice(at, at + 60)}” after “${actual.slice(Math.max(0, at - 60), at)}”`;
      of += 1;
    }
  }
  return at === actual.length ? null : `nothing expected, found “${actual.slice(at, at + 60)}”`;
}

/** What is drawn as a table of several columns. */
export type TableBlock = Table | FactList;

export function tablesOf(model: PackModel): readonly TableBlock[] {
  return blocksOf(model).flatMap((block): readonly TableBlock[] => {
    if (block.kind === 'facts') return block.rows.length > 0 ? [block] : [];
    return block.kind === 'table' && !(block.headless && block.columns.length === 1) ? [block] : [];
  });
}

export function blocksOf(model: PackModel): readonly Block[] {
  return sectionsOf(model).flatMap(({ blocks }) => blocks.flatMap(flat));
}

function sectionsOf(model: PackModel): readonly Section[] {
  return [model.cover, model.decision, ...model.sections];
}

function flat(block: Block): readonly Block[] {
  return block.kind === 'pair' ? [...block.left, ...block.right].flatMap(flat) : [block];
}

/** The model's headings; where a section has no second level above a third, the third stands for it. */
export function headingsOf(model: PackModel): readonly { readonly level: number; readonly text: string }[] {
  return sectionsOf(model).flatMap((section) => {
    let second = false;
    const headings = section.blocks.flatMap(flat).flatMap((block) => {
      if (block.kind !== 'heading') return [];
      second ||= block.level === 2;
      return [{ level: second ? block.level + 1 : 3, text: block.text }];
    });
    const contents = section === model.cover ? [{ level: 2, text: 'Contents' }] : [];
    return [{ level: section === model.cover ? 1 : 2, text: section.title }, ...headings, ...contents];
  });
}
