import { escapeMarkup } from '../foundation/escapeMarkup.ts';
import { oneLine } from '../foundation/words.ts';
import type { TextBlock, Words, WrittenText } from './textModel.ts';

/** The text as a page of its own, without styles, scripts or pictures: to be pasted into a web page or an e-mail. */
export function toHtml({ subject, blocks }: WrittenText): string {
  const title = escapeMarkup(oneLine(subject));
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    `<head><meta charset="utf-8"><title>${title}</title></head>`,
    '<body>',
    `<h1>${title}</h1>`,
    ...blocks.map(blockInHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockInHtml(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${wordsInHtml(block.words)}</h2>`;
    case 'paragraph':
      return `<p>${wordsInHtml(block.words)}</p>`;
    case 'list':
      return ['<ul>', ...block.items.map((item) => `<li>${wordsInHtml(item)}</li>`), '</ul>'].join('\n');
  }
}

function wordsInHtml(words: Words): string {
  const html = words.map(({ text, href }) => {
    const shown = escapeMarkup(text);
    return href === null ? shown : `<a href="${escapeMarkup(href)}">${shown}</a>`;
  });
  return oneLine(html.join(''));
}
