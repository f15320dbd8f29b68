import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PDFDocument, PDFHexString, StandardFonts } from '@cantoo/pdf-lib';
import { ZipFile } from 'yazl';

/** Writes a zip with these parts, which is all that an Office file is. */
export async function writeZip(path: string, parts: Readonly<Record<string, string | Buffer>>): Promise<string> {
  mkdirSync(dirname(path), { recursive: true });
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const contentTypes = (main: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="${main}" ContentType="${type}"/></Types>`;
const wordNames = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const core = (title: string, modified: string) =>
  `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}</dc:title><dcterms:modified>${modified}</dcterms:modified></cp:coreProperties>`;

/** A Word document of this body (WordprocessingML), with core properties where they are given. */
export function writeDocx(path: string, body: string, coreXml?: string): Promise<string> {
  return writeZip(path, {
    '[Content_Types].xml': contentTypes(
      '/word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    ),
    'word/document.xml': `<?xml version="1.0"?>${body.startsWith('<!DOCTYPE') ? body : `<w:document ${wordNames}><w:body>${body}</w:body></w:document>`}`,
    ...(coreXml === undefined ? {} : { 'docProps/core.xml': coreXml }),
  });
}

export const paragraph = (text: string, style = '') =>
  `<w:p>${style}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const heading = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>';
export const listItem = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';

interface PdfMake {
  readonly pages?: number;
  readonly title?: string;
  readonly made?: Date;
  readonly script?: string;
  readonly password?: string;
}

export async function writePdf(
  path: string,
  { pages = 3, title, made, script, password }: PdfMake = {},
): Promise<string> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) {
    pdf.addPage([595, 842]).drawText(`Words of page ${page}`, { x: 60, y: 760, size: 24, font });
  }
  if (title !== undefined) pdf.setTitle(title);
  if (made) {
    pdf.setCreationDate(made);
    pdf.setModificationDate(made);
  }
  if (script !== undefined) {
    pdf.addJavaScript('evil', script);
    const action = pdf.context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFHexString.fromText(script) });
    pdf.catalog.set(pdf.context.obj('OpenAction') as never, action);
  }
  if (password !== undefined) pdf.encrypt({ userPassword: password, ownerPassword: password });
  writeFileSync(path, await pdf.save({ useObjectStreams: false }));
  return path;
}

export const message = (lines: readonly string[]) => Buffer.from(lines.join('\r\n'));

/** An HTML message that wants to load a picture and run a script, with a paper attached. */
export const htmlMessage = message([
  'From: Ada Byron <ada@example.org>',
  'To: CSC <csc@example.org>, Charles <charles@example.org>',
  'Subject: =?utf-8?q?SIT_exit_=E2=80=93_approved?=',
  'Date: Thu, 30 Sep 2021 23:30:00 +0000',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=B',
  '',
  '--B',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><style>p{}</style></head><body><script>window.pwned=1</script>',
  '<p>The report is <b>approved</b> &amp; filed.</p><img src="https://tracker.example.org/x.png" onerror="alert(1)">',
  '</body></html>',
  '--B',
  'Content-Type: text/csv; name=results.csv',
  'Content-Disposition: attachment; filename=results.csv',
  '',
  'a,b',
  '--B--',
]);

export const scriptedSvg =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><script>parent.pwned = 1; fetch("https://example.org/")</script><image href="https://example.org/x.png" width="9" height="9"/><rect width="200" height="100" fill="#17714f" onload="parent.pwned = 2"/></svg>';

/** A picture of one colour, as small as a PNG gets. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export function inFolder(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
