import type { Content, ContentTable } from 'pdfmake/interfaces';
import type { DocumentModel } from '../../../shared/domain/pack/blocks.ts';
import { colours } from '../look.ts';
import { tagged } from '../pdf/tagging/tags.ts';
import type { Drawing } from './drawing.ts';
import { pageNumber, textNode } from './inline.ts';

/** As many lines as stand on the cover with room between them; more stand closer, so that the decision page is the second. */
const roomy = 15;

/** Contents with page numbers, each line leading there. */
export function drawContents(model: DocumentModel, drawing: Drawing): readonly Content[] {
  if (model.sections.length < 2 || model.contents === false) return [];
  const entries = [...(model.decision === null ? [] : [model.decision]), ...model.sections];
  const number = 30;
  const isLong = entries.length > roomy;
  const padding = isLong ? 1.6 : 3.2;
  const heading = {
    margin: [0, isLong ? 14 : 20, 0, 4],
    stack: [textNode('Contents', { size: drawing.scale.heading2, strong: true }, drawing)],
  };
  const lines: ContentTable = {
    table: {
      widths: [drawing.width - number - 10, number],
      body: entries.map((entry) => [
        // The blank keeps title and number apart for who is read to; a plain one would be dropped at the end of a line.
        textNode([{ text: entry.title, to: entry.id }, { text: '\u00a0' }], { size: drawing.scale.body }, drawing),
        {
          text: [pageNumber(entry.id)],
          fontSize: drawing.scale.body,
          alignment: 'right',
          color: colours.soft,
          fontFeatures: ['tnum'],
        } as Content,
      ]) as never,
    },
    layout: {
      hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0.6 : 0.4),
      vLineWidth: () => 0,
      hLineColor: (row, node) => (row === 0 || row === node.table.body.length ? colours.line : colours.hair),
      paddingLeft: () => 0,
      paddingRight: (column) => (column === 0 ? 10 : 0),
      paddingTop: () => padding,
      paddingBottom: () => padding,
    },
  };
  return [tagged(heading, { is: 'heading', level: 2 }) as Content, tagged(lines, { is: 'contents' })];
}
