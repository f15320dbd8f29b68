import { pathToFileURL } from 'node:url';
import type { Faces } from '../../../electron/documents/fonts/faces.ts';
import {
  type Block,
  type Inline,
  type PackModel,
  type Section,
  sectionsOf,
  type Table,
} from '../../../shared/domain/pack/blocks.ts';
import { wordsOf } from './byHand.ts';

/** The words, tables and figures of a pack as one page of HTML, for Chromium to print. */
export function asHtml(model: PackModel, faces: Faces): string {
  const face = (weight: number, path: string) =>
    `@font-face { font-family: Inter; font-weight: ${weight}; src: url('${pathToFileURL(path).href}'); }`;
  const styles = [
    face(400, faces.paths.regular),
    face(600, faces.paths.strong),
    '@page { size: A4; margin: 18mm 16mm; }',
    'body { font: 9pt Inter; } h1 { break-before: page; font-size: 16pt; } h2 { font-size: 12pt; } h3 { font-size: 10pt; }',
    'table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 8pt; }',
    'td, th { text-align: left; vertical-align: top; border-bottom: 1px solid #ccc; padding: 2pt; } tr { break-inside: avoid; }',
  ];
  const body = sectionsOf(model).map(sectionAsHtml).join('\n');
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(model.face.title)}</title><style>${styles.join('\n')}</style></head><body>${body}</body></html>`;
}

function sectionAsHtml({ title, blocks }: Section): string {
  return `<section><h1>${escaped(title)}</h1>${blocks.map(blockAsHtml).join('\n')}</section>`;
}

function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${escaped(block.id)}">${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`;
    case 'facts':
      return `<table>${block.rows.map(({ label, value }) => row([label, value])).join('')}</table>`;
    case 'counts':
      return `<table>${block.items.map(({ value, word }) => row([String(value), word])).join('')}</table>`;
    case 'table':
      return tableAsHtml(block);
    case 'figure':
      return `<figure aria-label="${escaped(block.alt)}">${block.svg}</figure>`;
    case 'pair':
      return [...block.left, ...block.right].map(blockAsHtml).join('\n');
    case 'entry':
    case 'choice':
      return `<p>${escaped(block.label)}</p>`;
    case 'drawingNotes':
      return '';
  }
}

function tableAsHtml({ columns, rows, headless }: Table): string {
  const widths = columns.map(({ weight }) => `<col style="width: ${weight * 10}%">`).join('');
  const head = headless
    ? ''
    : `<thead><tr>${columns.map(({ title }) => `<th>${escaped(title)}</th>`).join('')}</tr></thead>`;
  const body = rows
    .map((cells) =>
      row(cells.map(({ text, below }) => (below === undefined ? text : `${wordsOf(text)}\n${wordsOf(below)}`))),
    )
    .join('');
  return `<table><colgroup>${widths}</colgroup>${head}<tbody>${body}</tbody></table>`;
}

function row(cells: readonly Inline[]): string {
  return `<tr>${cells.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`;
}

function inline(text: Inline): string {
  return escaped(wordsOf(text)).replaceAll('\n', '<br>');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
