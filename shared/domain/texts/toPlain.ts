import { oneLine } from '../foundation/words.ts';
import type { TextBlock, Words, WrittenText } from './textModel.ts';

/** The text for an e-mail: a blank line between blocks, a dash before each item, each address behind its words. */
export function toPlain({ subject, blocks }: WrittenText): string {
  return `${[oneLine(subject), ...blocks.map(blockInPlain)].join('\n\n')}\n`;
}

function blockInPlain(block: TextBlock): string {
  if (block.kind === 'list') return block.items.map((item) => `- ${wordsInPlain(item)}`).join('\n');
  return wordsInPlain(block.words);
}

function wordsInPlain(words: Words): string {
  return oneLine(words.map(({ text, href }) => (href === null ? text : `${text} (${href})`)).join(''));
}
