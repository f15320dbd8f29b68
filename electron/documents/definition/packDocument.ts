import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { DocumentModel, PackFace, PackModel, Section } from '../../../shared/domain/pack/blocks.ts';
import { countWordsIn, type SectionWords } from '../check/wordsIn.ts';
import { type Faces, textFamily } from '../fonts/faces.ts';
import { colours, decisionScale, page } from '../look.ts';
import { tagged } from '../pdf/tagging/tags.ts';
import { drawBlocks, keptWithNext } from './blocks.ts';
import { drawContents } from './contents.ts';
import { claim, type Drawing, drawingFor, drawingOf } from './drawing.ts';
import { furnitureOf } from './furniture.ts';
import { textNode } from './inline.ts';

/** A definition for pdfmake, which changes it while it lays it out: build a new one for each rendering. */
export interface PackDocument {
  readonly definition: TDocumentDefinitions;
  /** The words that go in, by section: taken down before pdfmake touches them. */
  readonly words: readonly SectionWords[];
  /** What could not be shown as it was typed, once the definition is built. */
  readonly drawing: Drawing;
}

/**
 * The model as a pdfmake definition, `tight` with its first page set as the decision page is: pure, and deterministic down to the
 * dates, which come from the as-of date.
 */
export function packDocument(model: DocumentModel, faces: Faces, tight = false): PackDocument {
  const drawing = tight ? { ...drawingOf(model, faces), scale: decisionScale } : drawingOf(model, faces);
  const parts = [
    { title: 'Cover', content: drawCover(model, drawing, tight) },
    ...(model.decision === null
      ? []
      : [{ title: model.decision.title, content: drawSection(model.decision, drawing, true) }]),
    ...model.sections.map((section, index) => ({
      title: section.title,
      // What follows the decision page begins on the page after it.
      content: drawSection(
        index === 0 && model.decision !== null ? { ...section, ownPage: true } : section,
        drawing,
        false,
        model.sections[index - 1],
      ),
    })),
  ];
  const words = parts.map(({ title, content }) => ({ title, ...countWordsIn(content) }));
  return {
    definition: {
      ...baseOf(model.face, drawing),
      content: parts.map(({ content }) => tagged({ stack: content }, { is: 'section' })),
    },
    words,
    drawing,
  };
}

/** The decision page alone, for finding out whether it is one page. */
export function decisionDocument(model: PackModel, faces: Faces): PackDocument {
  const drawing = drawingOf(model, faces);
  // References to pages that are not there would be refused; they take the same room as text.
  const alone = { ...drawing, pretend: true, places: new Set<string>([model.decision.id]) };
  return {
    definition: {
      ...baseOf(model.face, alone),
      content: drawSection({ ...model.decision, ownPage: false }, alone, true),
    },
    words: [],
    drawing: alone,
  };
}

function baseOf(face: PackFace, drawing: Drawing): Omit<TDocumentDefinitions, 'content'> {
  const made = new Date(`${face.asOf}T12:00:00Z`);
  return {
    version: '1.7',
    language: 'en-GB',
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [page.left, page.top, page.right, page.bottom],
    defaultStyle: { font: textFamily, fontSize: 9, color: colours.ink },
    info: {
      title: face.title,
      author: face.author,
      subject: face.subject,
      keywords: face.keywords,
      creator: 'SEC Go-Live',
      producer: 'SEC Go-Live (pdfmake)',
      creationDate: made,
      modDate: made,
    },
    ...furnitureOf(face, drawing),
  } as Omit<TDocumentDefinitions, 'content'>;
}

function drawCover(model: DocumentModel, drawing: Drawing, tight: boolean): Content[] {
  const { cover } = model;
  return [
    {
      margin: [0, tight ? 4 : 30, 0, 0],
      stack: [
        textNode(
          [{ text: model.kicker, strong: true }],
          { size: 11, colour: colours.brand, ...claim(cover.id, drawing) },
          drawing,
        ),
      ],
    },
    tagged(
      {
        margin: [0, 2, 0, tight ? 6 : 18],
        stack: [textNode(cover.title, { size: tight ? 20 : 28, strong: true, lines: 3, lineHeight: 1.1 }, drawing)],
      },
      { is: 'heading', level: 0 },
    ) as Content,
    ...drawBlocks(cover.blocks, drawing),
    ...drawContents(model, drawing),
  ];
}

/** Room that a section asks for below its title: a heading and some lines of what stands under it. */
const sectionKeep = 120;

function drawSection(section: Section, drawing: Drawing, tight: boolean, before?: Section): Content[] {
  const own = drawingFor(section, drawing, tight);
  const turned = before !== undefined && before.orientation !== section.orientation;
  const starts =
    section.ownPage || turned ? { pageBreak: 'before' as const, pageOrientation: section.orientation } : {};
  const top = section.ownPage || turned || tight ? 0 : 30;
  const title = textNode(
    section.title,
    {
      size: own.scale.title,
      strong: true,
      lineHeight: 1.12,
      ...claim(section.id, own),
      ...(tight ? { lines: 2, width: own.width * 0.86 } : {}),
    },
    own,
  );
  const aside = section.aside === undefined ? [] : [textNode(section.aside, { size: own.scale.label + 0.4 }, own)];
  const head = [tagged(title as object, { is: 'heading', level: 1 }) as Content, ...aside];
  const below = tight ? 3 : 10;
  const blocks = drawBlocks(section.blocks, own);
  return 'pageBreak' in starts
    ? [{ ...starts, stack: head, margin: [0, top, 0, below] }, ...blocks]
    : [...keptWithNext(head, top, below, own.scale.keep === 0 ? 0 : sectionKeep), ...blocks];
}
