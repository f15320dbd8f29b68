import type { Content, ContextPageSize } from 'pdfmake/interfaces';
import { type CalendarDate, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { Inline, PackFace, Span } from '../../../shared/domain/pack/blocks.ts';
import { shortened } from '../../../shared/domain/pack/words.ts';
import { colours, page, smallestText } from '../look.ts';
import { draftMark } from './draftMark.ts';
import type { Drawing } from './drawing.ts';
import { textNode } from './inline.ts';

const SIZE = smallestText;
/** Points in which a release's name can be told at all. */
const leastName = 60;

/** Header, footer and draft mark of every page. Headers are cut silently where too long: each side is measured first. */
export function furnitureOf(face: PackFace, content: Drawing) {
  // Repeated on every page: what it had to show otherwise is counted once, where the name itself stands.
  const drawing = { ...content, notes: { missing: new Map<string, number>() } };
  return {
    header: (_current: number, _count: number, size: ContextPageSize): Content => header(face, drawing, size.width),
    footer: (current: number, count: number, size: ContextPageSize): Content =>
      footer(face, drawing, current, count, size.width),
    ...(face.final
      ? {}
      : { background: (_current: number, size: ContextPageSize): Content => draftMark(size.width, size.height) }),
  };
}

function header(face: PackFace, drawing: Drawing, pageWidth: number): Content {
  const width = pageWidth - page.left - page.right;
  const widthOf = ({ text, strong }: Span) =>
    ((strong ? drawing.faces.strong : drawing.faces.regular).width(text) * SIZE) / 0.93;
  const reference: Span = { text: face.reference, strong: true };
  const classification: Span = { text: classificationOf(face), strong: true };
  const facts = [
    face.status,
    `as of ${formatDate(face.asOf as CalendarDate)}`,
    ...(face.meeting ? [face.meeting] : []),
  ];
  // What may be done with the page and which file it is of stand whole; the meeting and the day give way to them.
  const room = width - 14 - widthOf(reference) - widthOf(classification);
  const told = [3, 2, 1]
    .map((most): Span => ({ text: `${facts.slice(0, most).join(' · ')} · `, soft: true }))
    .find((span) => widthOf(span) <= room);
  const right = told ? [told, classification] : [classification];
  const rightWidth = Math.min(Math.ceil(right.reduce((sum, span) => sum + widthOf(span), 0)), width * 0.8);
  const leftWidth = width - rightWidth - 14;
  const hasName = leftWidth - widthOf(reference) >= leastName;
  const left: Inline = [reference, ...(hasName ? [{ text: ` · ${face.release}`, soft: true }] : [])];
  const side = (text: Inline, room: number, align: 'left' | 'right'): Content =>
    ({ width: room, stack: [textNode(text, { size: SIZE, align, lines: 1, width: room }, drawing)] }) as Content;
  return {
    margin: [page.left, page.header, page.right, 0],
    stack: [
      { columns: [side(left, leftWidth, 'left'), side(right, rightWidth, 'right')] as never, columnGap: 14 },
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.6, lineColor: colours.brand }],
        margin: [0, 5, 0, 0],
      },
    ],
  };
}

function classificationOf(face: PackFace): string {
  return `Classification: ${shortened(face.classification ?? 'not stated', 48)}`;
}

function footer(face: PackFace, drawing: Drawing, current: number, count: number, pageWidth: number): Content {
  const width = pageWidth - page.left - page.right;
  const hash = face.manifestSha256;
  const left = `${classificationOf(face)} · ${face.status}${hash ? ` · manifest SHA-256 ${hash.slice(0, 8)}…${hash.slice(-4)}` : ''}`;
  return {
    margin: [page.left, 14, page.right, 0],
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: colours.line }],
        margin: [0, 0, 0, 5],
      },
      {
        columns: [
          {
            width: width - 90,
            stack: [textNode([{ text: left, soft: true }], { size: SIZE, lines: 1, width: width - 90 }, drawing)],
          },
          {
            width: 90,
            stack: [
              textNode([{ text: `Page ${current} of ${count}`, soft: true }], { size: SIZE, align: 'right' }, drawing),
            ],
          },
        ],
      },
    ],
  };
}
