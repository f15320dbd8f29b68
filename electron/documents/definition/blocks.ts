import type { Content, ContentStack, ContentTable } from 'pdfmake/interfaces';
import { assertNever } from '../../../shared/domain/foundation/assertNever.ts';
import type { Block, Counts, FactList, Figure, Heading, Pair, Paragraph } from '../../../shared/domain/pack/blocks.ts';
import { signSpan } from '../../../shared/domain/pack/vocabulary.ts';
import { colours, sizeOf, toneColours } from '../look.ts';
import { tagged } from '../pdf/tagging/tags.ts';
import { claim, type Drawing } from './drawing.ts';
import { drawChoice, drawEntry } from './form.ts';
import { printableSvg, textNode, textNodes } from './inline.ts';
import { drawTable } from './table.ts';

export function drawBlocks(blocks: readonly Block[], drawing: Drawing): Content[] {
  return blocks.flatMap((block, index) => drawBlock(block, drawing, index === 0));
}

function drawBlock(block: Block, drawing: Drawing, first: boolean): readonly Content[] {
  switch (block.kind) {
    case 'heading':
      return drawHeading(block, drawing, first);
    case 'paragraph':
      return [drawParagraph(block, drawing)];
    case 'facts':
      return [drawFacts(block, drawing)];
    case 'table':
      return [drawTable(block, drawing)];
    case 'figure':
      return [drawFigure(block, drawing)];
    case 'counts':
      return [drawCounts(block, drawing)];
    case 'pair':
      return [drawPair(block, drawing)];
    case 'drawingNotes':
      return drawNotes(drawing);
    case 'entry':
      return [drawEntry(block, drawing)];
    case 'choice':
      return [drawChoice(block, drawing)];
    default:
      return assertNever(block);
  }
}

function drawHeading(block: Heading, drawing: Drawing, first: boolean): readonly Content[] {
  const { scale } = drawing;
  const size = block.level === 2 ? scale.heading2 : scale.heading3;
  const width = block.aside === undefined ? drawing.width : drawing.width * 0.62;
  const style = { size, width, strong: true, lineHeight: 1.15, ...claim(block.id, drawing) };
  const title = tagged(textNode(block.text, style, drawing) as object, {
    is: 'heading',
    level: block.level,
  }) as Content;
  const aside =
    block.aside === undefined
      ? null
      : unwrapped(textNode(block.aside, { size: scale.label + 0.4, align: 'right' }, drawing));
  const top = first ? 0 : block.level === 2 ? scale.gap * 1.9 : scale.gap;
  const line: Content =
    aside === null
      ? title
      : {
          columns: [
            { width: '*', stack: [title] },
            { width: 'auto', stack: [aside] },
          ],
          columnGap: 12,
        };
  const rule: Content = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: drawing.width, y2: 0, lineWidth: 0.6, lineColor: colours.line }],
    margin: [0, 2, 0, block.level === 2 ? 5 : 2.5],
  };
  return keptWithNext([line, rule], top, 0, scale.keep);
}

/**
 * A heading with room below it, so that it does not stand alone at the foot of a page. It is ours and short
 * (`shortened`), so it may be unbreakable; what follows is not part of the block. Its distance below is: a margin of the
 * block itself could turn the page, and what follows would be drawn above the top of the next.
 * @param above points before the heading
 * @param below points between the heading and what follows
 */
export function keptWithNext(stack: ContentStack['stack'], above: number, below: number, keep: number): Content[] {
  const after: Content = { text: '', fontSize: 1, lineHeight: 1, margin: [0, 0, 0, keep] };
  const kept: Content = {
    unbreakable: true,
    stack: [{ stack, margin: [0, 0, 0, below] }, after],
    margin: [0, above, 0, 0],
  };
  return [kept, { text: '', fontSize: 1, lineHeight: 1, margin: [0, -keep - 3, 0, 0] }];
}

/** Our own few words at the right edge: pdfmake measures page numbers before it knows them, and would wrap. */
function unwrapped(node: Content): Content {
  return { ...(node as object), noWrap: true } as Content;
}

function drawParagraph(block: Paragraph, drawing: Drawing): Content {
  const { scale } = drawing;
  const size = sizeOf(block.look, scale);
  const framed = block.look === 'ask' || block.look === 'notice' || block.look === 'quote';
  const width = framed ? drawing.width - 14 : drawing.width;
  const style = { size, width, ...(block.lines === undefined ? {} : { lines: block.lines }) };
  const nodes = [...textNodes(block.text, style, drawing)];
  const bottom = block.look === 'label' ? 1 : block.look === 'lead' ? 6 : 3;
  if (!framed) return { stack: nodes, margin: [0, 0, 0, bottom] };
  const colour = block.look === 'notice' ? toneColours.short : block.look === 'ask' ? colours.brand : colours.line;
  const framedNodes = sideRule(nodes, width, colour);
  return block.look === 'quote' ? (tagged(framedNodes as object, { is: 'quote' }) as Content) : framedNodes;
}

/** A rule along the left edge; drawn as a table of one cell, which may break over pages. */
function sideRule(nodes: Content[], width: number, colour: string): Content {
  return {
    table: { widths: [width], body: [[{ stack: nodes }]] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (column) => (column === 0 ? 2 : 0),
      vLineColor: () => colour,
      paddingLeft: () => 10,
      paddingRight: () => 0,
      paddingTop: () => 1,
      paddingBottom: () => 1,
    },
    margin: [1, 1, 0, 6],
  };
}

function drawFacts(block: FactList, drawing: Drawing): Content {
  const { scale } = drawing;
  const label = 104;
  const rows = block.rows.map((row) => [
    textNode([{ text: row.label, soft: true }], { size: scale.table, width: label }, drawing),
    textNode(row.value, { size: scale.table, width: drawing.width - label - 10 }, drawing),
  ]);
  if (rows.length === 0) return { text: '' };
  const table: ContentTable = {
    table: { widths: [label, drawing.width - label - 10], body: rows as never },
    layout: {
      hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0 : 0.4),
      vLineWidth: () => 0,
      hLineColor: () => colours.hair,
      paddingLeft: (column) => (column === 0 ? 0 : 5),
      paddingRight: (column) => (column === 0 ? 5 : 0),
      paddingTop: () => scale.cellPadding - 0.4,
      paddingBottom: () => scale.cellPadding - 0.4,
    },
    margin: [0, 0, 0, 6],
  };
  return tagged(table, { is: 'table', summary: null, headerRows: 0, rowHeaders: true });
}

function drawFigure({ svg, width, height, alt }: Figure, drawing: Drawing): Content {
  const picture = { svg: printableSvg(svg, drawing), width, height, margin: [0, 4, 0, 10] };
  return tagged(picture, { is: 'figure', alt }) as Content;
}

function drawCounts(block: Counts, drawing: Drawing): Content {
  const { scale } = drawing;
  const columns = block.items.map(
    (item): Content =>
      tagged(
        {
          width: 'auto',
          stack: [
            {
              ...(textNode(
                // A blank at its end, which a line does not drop: `5 ✓ met` for who is read to.
                `${item.value}\u00a0`,
                { size: scale.count, strong: true, colour: toneColours[item.tone], lineHeight: 1.02 },
                drawing,
              ) as object),
              // The column is as wide as its words: a number wider than they are is never broken for it.
              noWrap: true,
            },
            textNode([signSpan(item), { text: ` ${item.word}`, soft: true }], { size: scale.label + 0.4 }, drawing),
          ],
        },
        { is: 'item' },
      ) as Content,
  );
  return tagged({ columns, columnGap: 26, margin: [0, 1, 0, 3] }, { is: 'list' }) as unknown as Content;
}

function drawPair(block: Pair, drawing: Drawing): Content {
  const gap = 22;
  const left = Math.floor((drawing.width - gap) * (block.share ?? 0.5));
  const side = (blocks: readonly Block[], width: number): Content =>
    ({ width, stack: drawBlocks(blocks, { ...drawing, width }) }) as Content;
  const columns = [side(block.left, left), side(block.right, drawing.width - gap - left)];
  return { columns: columns as never, columnGap: gap, margin: [0, drawing.scale.gap * 0.8, 0, 2] };
}

/** What had to be shown otherwise, so far: this block stands on the last page. */
function drawNotes(drawing: Drawing): readonly Content[] {
  const { missing } = drawing.notes;
  if (missing.size === 0) return [];
  return [textNode([{ text: missingSentence(drawing), soft: true }], { size: drawing.scale.note }, drawing)];
}

export function missingSentence({ notes }: Pick<Drawing, 'notes'>): string {
  const all = [...notes.missing].sort(([left], [right]) => (left < right ? -1 : 1));
  const total = all.reduce((sum, [, count]) => sum + count, 0);
  const names = all
    .slice(0, 12)
    .map(([name]) => name)
    .join(', ');
  const more = all.length > 12 ? ` and ${all.length - 12} more kinds` : '';
  return `${total} ${total === 1 ? 'character has' : 'characters have'} no shape in this document’s typeface or would not show; each stands as its Unicode number in brackets (${names}${more}). The facts in snapshot.json hold the text as it was typed.`;
}
