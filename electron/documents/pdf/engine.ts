import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { type Faces, signFamily, textFamily } from '../fonts/faces.ts';
import {
  type LaidOutPage,
  normalizePageMargin,
  normalizePageSize,
  SvgMeasure,
  tableLayouts,
  virtualFiles,
} from './internals.ts';
import { PackFile } from './packFile.ts';
import { StructureElement } from './tagging/structure.ts';
import { structureOf } from './tagging/structureOf.ts';
import { TaggedLayout, TaggedRenderer } from './tagging/taggedLayout.ts';

/** Lays a definition out. The document is complete but not ended: attachments and bookmarks are still to be added.
 * @param labels what each destination is called, for links
 * @param pictures PNG files by the names that pictures have in the definition */
export async function layOut(
  definition: TDocumentDefinitions,
  faces: Faces,
  labels: ReadonlyMap<string, string> = new Map(),
  pictures: Pictures = new Map(),
): Promise<PackFile> {
  const document = newFile(definition, faces, structureOf(definition.content), pictures);
  const renderer = new TaggedRenderer(document, document.marks, document.form, labels);
  await renderer.renderAll(pagesOf(definition, document), () => document.written());
  return document;
}

/** How many pages a definition fills; nothing is drawn. */
export function countPages(definition: TDocumentDefinitions, faces: Faces): number {
  return pagesOf(definition, newFile(definition, faces, new StructureElement('Document'), new Map())).length;
}

type Pictures = ReadonlyMap<string, { readonly png: Uint8Array }>;

function newFile(
  definition: TDocumentDefinitions,
  faces: Faces,
  structure: StructureElement,
  pictures: Pictures,
): PackFile {
  virtualFiles.writeFileSync('signs.ttf', Buffer.from(faces.signs));
  const { regular, strong } = faces.paths;
  const fonts = {
    [textFamily]: { normal: regular, bold: strong, italics: regular, bolditalics: strong },
    [signFamily]: { normal: 'signs.ttf', bold: 'signs.ttf', italics: 'signs.ttf', bolditalics: 'signs.ttf' },
  };
  const language = definition.language ?? 'en-GB';
  const { width, height } = normalizePageSize(definition.pageSize);
  const options = {
    size: [width, height],
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    displayTitle: true,
    lang: language,
    autoFirstPage: false,
    info: capitalised(definition.info ?? {}),
    font: null,
  };
  // The process reads nothing but its own fonts, whatever a definition says.
  const allowed = (path: string) => path === regular || path === strong;
  const images = Object.fromEntries(
    [...pictures].map(([name, { png }]) => [name, `data:image/png;base64,${Buffer.from(png).toString('base64')}`]),
  );
  return new PackFile(structure, language, fonts, images, {}, {}, options, virtualFiles, allowed);
}

function pagesOf(definition: TDocumentDefinitions, document: PackFile): LaidOutPage[] {
  const { pageSize, pageMargins, content, styles, defaultStyle, background, header, footer } = definition;
  const size = [normalizePageSize(pageSize), normalizePageMargin(pageMargins), new SvgMeasure()] as const;
  const layout = new TaggedLayout(document, ...size);
  layout.registerTableLayouts(tableLayouts);
  return layout.layoutDocument(content, document, styles ?? {}, defaultStyle ?? {}, background, header, footer);
}

/** `title` → `Title`: the information dictionary's own spelling. */
function capitalised(info: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(info).map(([key, value]) => [key[0]?.toUpperCase() + key.slice(1), value]));
}
