import {
  type Block,
  type DocumentModel,
  destination,
  pageLink,
  paragraph,
  type Section,
  type Span,
} from '../pack/blocks.ts';
import { cell, recordTable } from '../pack/tables.ts';
import { type ExplainedPage, explainPage } from './explainedPage.ts';
import { guide } from './guide.ts';
import type { GuidePage, GuidePicture } from './guidePage.ts';
import type { GuideRun } from './terms.ts';

/** The picture of a page as PNG, base64; absent where none was taken. */
export type GuidePictures = Readonly<Partial<Record<GuidePicture, string>>>;

/** Points: with it a page of the guide is one page. The pictures are of a window of 1280 by 800. */
const pictureWidth = 390;
const pictureHeight = (pictureWidth * 800) / 1280;

/** When the words of the guide were last gone through: the file is the same on whatever day it is made. */
const written = '2026-11-26';

/** The guide as a file of the pack's own make: a cover that leads to each page, and one page a person and task. Pure. */
export function buildGuideModel(appVersion: string, pictures: GuidePictures): DocumentModel {
  return {
    face: {
      release: 'User guide',
      reference: `SEC Go-Live ${appVersion}`,
      status: 'User guide',
      final: true,
      asOf: written,
      meeting: null,
      classification: 'Public',
      title: 'SEC Go-Live: user guide',
      subject: 'How to bring a release of the Smart Energy Code to its Go-Live decision',
      keywords: ['SEC', 'Go-Live', 'user guide', ...guide.map(({ title }) => title)].join(', '),
      author: 'SEC Go-Live maintainers',
      manifestSha256: null,
    },
    kicker: `User guide, version ${appVersion}`,
    cover: coverOf(),
    decision: null,
    contents: false,
    sections: guide.map((page) => sectionOf(explainPage(page), pictures)),
  };
}

function coverOf(): Section {
  const blocks: readonly Block[] = [
    paragraph(
      'One page for each person and task. Words of the SEC Release Guidance are explained where they first stand.',
    ),
    recordTable('The pages of this guide', guide, [
      ['Page', 40, ({ id, title }: GuidePage) => cell([{ text: title, to: placeOf(id) }])],
      ['For whom', 50, ({ whom }: GuidePage) => cell(whom)],
      ['On', 10, ({ id }: GuidePage) => cell([pageLink(placeOf(id), 'page')])],
    ]),
    paragraph('What stands in bold is written so in the window. The same pages are in the app: press F1.', 'note'),
    { kind: 'drawingNotes' },
  ];
  return { id: 'cover', title: 'How to work with SEC Go-Live', orientation: 'portrait', ownPage: false, blocks };
}

function sectionOf({ id, title, picture, whom, parts }: ExplainedPage, pictures: GuidePictures): Section {
  const png = pictures[picture.name];
  return {
    id: placeOf(id),
    title,
    aside: [pageLink('cover', 'All pages: page')],
    orientation: 'portrait',
    ownPage: true,
    blocks: [
      paragraph(spansOf(whom), 'lead'),
      ...(png === undefined ? [] : [figureOf(png, picture.alt)]),
      ...parts.flatMap((part, at): readonly Block[] => [
        { kind: 'heading', level: 2, text: part.title, id: destination('guide', `${id} ${at + 1}`), bookmark: false },
        ...part.steps.map((step, index) => paragraph([{ text: `${index + 1}. `, soft: true }, ...spansOf(step)])),
      ]),
    ],
  };
}

function figureOf(png: string, alt: string): Block {
  const size = `width="${pictureWidth}" height="${pictureHeight}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size} viewBox="0 0 ${pictureWidth} ${pictureHeight}"><image x="0" y="0" ${size} xlink:href="data:image/png;base64,${png}"/><rect x="0.3" y="0.3" width="${pictureWidth - 0.6}" height="${pictureHeight - 0.6}" fill="none" stroke="#cfd5d9" stroke-width="0.6"/></svg>`;
  return { kind: 'figure', svg, width: pictureWidth, height: pictureHeight, alt };
}

function spansOf(runs: readonly GuideRun[]): readonly Span[] {
  return runs.flatMap(({ text, isControl, meaning }): readonly Span[] =>
    meaning === undefined
      ? [{ text, ...(isControl ? { strong: true } : {}) }]
      : [{ text }, { text: ` (${meaning})`, soft: true }],
  );
}

function placeOf(id: string): string {
  return destination('guide', id);
}
