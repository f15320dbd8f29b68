import { type Block, type DocumentModel, type Inline, sectionsOf, spansOf } from '../../shared/domain/pack/blocks.ts';
import { buildDocument } from '../../shared/domain/pack/buildPackModel.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';

/** Every line that a document says, as its model has it: a row of a table is one line. */
export function linesSaid(snapshot: PackSnapshot): readonly string[] {
  const model: DocumentModel = buildDocument(snapshot);
  return sectionsOf(model)
    .flatMap((section) => [section.title, ...section.blocks.flatMap(linesOf)])
    .map((line) => line.replaceAll('\u00a0', ' ').trim());
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.text} ${plain(block.aside)}`];
    case 'paragraph':
      return [plain(block.text)];
    case 'facts':
      return block.rows.map((row) => `${row.label}: ${plain(row.value)}`);
    case 'table':
      return block.rows.map((row) => row.map((cell) => `${plain(cell.text)} ${plain(cell.below)}`.trim()).join(' | '));
    case 'pair':
      return [...block.left, ...block.right].flatMap(linesOf);
    default:
      return [];
  }
}

function plain(text: Inline | undefined): string {
  return text === undefined
    ? ''
    : spansOf(text)
        .map((span) => span.text)
        .join('');
}
