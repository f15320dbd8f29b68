import { pdfOf, stream } from './pdfBombs.ts';

const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

/**
 * A PDF of one A4 page (or of this format, in points) that draws these operators, with Helvetica as `F1`.
 * @param objects further objects, the first of which has number 5
 */
export function pdfDrawing(
  operators: string,
  { resources = '', objects = [], format = [595, 842] }: Partial<Drawn> = {},
): Buffer {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${format.join(' ')}] /Contents 4 0 R /Resources << ${font} ${resources} >> >>`,
    stream('', Buffer.from(operators)),
    ...objects,
  ]);
}

interface Drawn {
  readonly resources: string;
  readonly objects: readonly (string | Buffer)[];
  readonly format: readonly [width: number, height: number];
}

/** A page that takes for ever to draw: tiles of a hundredth of a pixel. */
export const endlessTiles = (): Buffer =>
  pdfDrawing('/Pattern cs /P scn 0 0 595 842 re f', {
    resources: '/Pattern << /P 5 0 R >>',
    objects: [
      stream(
        '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 /Resources << >>',
        Buffer.from('0 0 1 1 re f'),
      ),
    ],
  });

/** A page that takes twice the memory with each form more, all there is with thirty: each draws the next one twice. */
export const nestedForms = (forms: number): Buffer => {
  const head = '/Type /XObject /Subtype /Form /BBox [0 0 595 842]';
  const branch = (next: number) =>
    stream(`${head} /Resources << /XObject << /A ${next} 0 R >> >>`, Buffer.from('/A Do /A Do'));
  return pdfDrawing('/A Do', {
    resources: '/XObject << /A 5 0 R >>',
    objects: [...Array.from({ length: forms }, (_, at) => branch(at + 6)), stream(head, Buffer.from('0 0 9 9 re f'))],
  });
};
