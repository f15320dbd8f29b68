import { type Block, type DocumentModel, sectionsOf, spansOf } from '../../../shared/domain/pack/blocks.ts';

/** What each destination of a model is called: a section or heading by its words, a row by its first cell. */
export function linkLabels(model: DocumentModel): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const section of sectionsOf(model)) {
    labels.set(section.id, section.title);
    addBlocks(section.blocks, section.title, labels);
  }
  return labels;
}

function addBlocks(blocks: readonly Block[], section: string, labels: Map<string, string>): void {
  for (const block of blocks) {
    if (block.kind === 'heading') labels.set(block.id, `${block.text}, ${section}`);
    else if (block.kind === 'pair') addBlocks([...block.left, ...block.right], section, labels);
    else if (block.kind === 'table')
      for (const cell of block.rows.flat())
        if (cell.id !== undefined) labels.set(cell.id, `${textOf(cell.text)}, ${section}`);
  }
}

function textOf(text: Parameters<typeof spansOf>[0]): string {
  return spansOf(text)
    .map((span) => span.text)
    .join('');
}
