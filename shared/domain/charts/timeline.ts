import { type CalendarDate, daysBetween, formatDate, plusDays } from '../calendar/calendarDate.ts';
import type { Tone } from '../findings/vocabulary.ts';
import {
  type Drawing,
  type DrawingTheme,
  labelWidth,
  number,
  svgDocument,
  svgLine,
  svgSign,
  svgText,
} from './drawing.ts';
import { drawMonths } from './months.ts';
import { isCrossed, type PlacedLabel, placeLabels } from './placeLabels.ts';

/** A date that something is due by: a dashed mark above the line. */
interface TimelineMinimum {
  readonly on: CalendarDate;
  readonly label: string;
}

/** Something that happened, or is planned: a sign on the line with its label below. */
export interface TimelineEvent {
  readonly on: CalendarDate;
  readonly label: string;
  readonly tone: Tone;
  /** `2 days short`: a second, coloured line of the label. */
  readonly remark: string | null;
}

export interface Timeline {
  readonly minimums: readonly TimelineMinimum[];
  readonly events: readonly TimelineEvent[];
  readonly asOf: CalendarDate;
  readonly goLive: CalendarDate | null;
}

/** Where everything stands, before anything is drawn. */
interface Layout {
  readonly theme: DrawingTheme;
  readonly width: number;
  readonly xOf: (date: CalendarDate) => number;
  readonly minimums: readonly PlacedLabel<TimelineMinimum>[];
  readonly events: readonly PlacedLabel<TimelineEvent>[];
  readonly minimumY: (lane: number) => number;
  readonly eventY: (lane: number) => number;
  readonly lineHeight: number;
  readonly axis: number;
  readonly foot: number;
}

const EDGE = 6;

/** Time drawn: minimums as dashed marks, what happened as signs, the as-of date as a line; labels never overlap. */
export function drawTimeline(timeline: Timeline, width: number, theme: DrawingTheme): Drawing {
  const [from, to] = rangeOf(timeline);
  const layout = layOut(timeline, width, theme, from, to);
  const height = layout.foot + theme.size + 6;
  const body = [
    ...drawLeads(layout),
    ...layout.minimums.flatMap((label) => drawMinimum(label, layout)),
    svgLine(EDGE, layout.axis, width - EDGE, layout.axis, theme.line, 1.25),
    ...layout.events.flatMap((label) => drawLabel(label, layout)),
    ...drawAsOf(timeline.asOf, layout),
    ...layout.events.map((label) => svgSign(label.item.tone, label.x, layout.axis, theme)),
    ...(timeline.goLive === null
      ? []
      : [
          `<circle cx="${number(layout.xOf(timeline.goLive))}" cy="${number(layout.axis)}" r="5" fill="${theme.ink}"/>`,
        ]),
    ...drawMonths(from, to, layout.xOf, layout.foot, width, theme),
  ];
  return { svg: svgDocument(width, height, body), width, height, alt: altOf(timeline) };
}

function rangeOf({ asOf, goLive, minimums, events }: Timeline): readonly [CalendarDate, CalendarDate] {
  const dates = [
    asOf,
    ...minimums.map((one) => one.on),
    ...events.map((one) => one.on),
    ...(goLive ? [goLive] : []),
  ].sort();
  return [plusDays(dates[0] ?? asOf, -10), plusDays(dates[dates.length - 1] ?? asOf, 10)];
}

function layOut(timeline: Timeline, width: number, theme: DrawingTheme, from: CalendarDate, to: CalendarDate): Layout {
  const { size } = theme;
  const span = Math.max(1, daysBetween(from, to));
  const xOf = (date: CalendarDate) => EDGE + ((width - 2 * EDGE) * daysBetween(from, date)) / span;
  const wantedMinimums = timeline.minimums.map((item) => ({
    item,
    x: xOf(item.on),
    width: labelWidth(item.label, size),
  }));
  const wantedEvents = timeline.events.map((item) => ({
    item,
    x: xOf(item.on),
    width: Math.max(labelWidth(item.label, size), labelWidth(item.remark ?? '', size, true)),
  }));
  const minimums = placeLabels(wantedMinimums, width, xOf(timeline.asOf));
  const events = placeLabels(wantedEvents, width);
  const lanes = (labels: readonly PlacedLabel<unknown>[]) => Math.max(1, ...labels.map((label) => label.lane + 1));
  const lineHeight = size * 1.45;
  const eventHeight = events.some((label) => label.item.remark !== null) ? lineHeight * 2 : lineHeight * 1.2;
  const axis = 26 + lanes(minimums) * lineHeight;
  return {
    theme,
    width,
    xOf,
    minimums,
    events,
    minimumY: (lane) => 14 + (lanes(minimums) - 1 - lane) * lineHeight + size,
    eventY: (lane) => axis + 14 + lane * eventHeight + size,
    lineHeight,
    axis,
    foot: axis + 22 + lanes(events) * eventHeight,
  };
}

/** From each mark to its label; drawn first, so that where a line must pass a label it passes behind it. */
function drawLeads(layout: Layout): readonly string[] {
  const { theme, axis, minimumY, eventY } = layout;
  const far = layout.events.filter((label) => label.lane > 0);
  return [
    ...layout.minimums.map((label) =>
      svgLine(label.x, minimumY(label.lane) + 3, label.x, axis, theme.soft, 0.75, '1.5 2'),
    ),
    ...far.map((label) => svgLine(label.x, axis + 4, label.x, eventY(label.lane) - theme.size, theme.line, 0.5)),
  ];
}

function drawMinimum(label: PlacedLabel<TimelineMinimum>, layout: Layout): readonly string[] {
  const { theme } = layout;
  const y = layout.minimumY(label.lane);
  const patch = isCrossed(label, layout.minimums) ? [drawPatch(label, y, layout.lineHeight, theme)] : [];
  return [...patch, svgText(label.left, y, label.item.label, theme, { size: theme.size, colour: theme.soft })];
}

function drawLabel(label: PlacedLabel<TimelineEvent>, layout: Layout): readonly string[] {
  const { theme, lineHeight } = layout;
  const { item, left } = label;
  const y = layout.eventY(label.lane);
  const patch = isCrossed(label, layout.events)
    ? [drawPatch(label, y, item.remark === null ? lineHeight : lineHeight * 1.9, theme)]
    : [];
  const remark =
    item.remark === null
      ? []
      : [
          svgText(left, y + lineHeight * 0.9, item.remark, theme, {
            size: theme.size,
            colour: theme.tones[item.tone],
            strong: true,
          }),
        ];
  return [...patch, svgText(left, y, item.label, theme, { size: theme.size, colour: theme.ink }), ...remark];
}

/** Paper under a label that a lead line passes. */
function drawPatch(label: PlacedLabel<unknown>, y: number, height: number, theme: DrawingTheme): string {
  return `<rect x="${number(label.left - 1)}" y="${number(y - theme.size)}" width="${number(label.width)}" height="${number(height)}" fill="${theme.paper}"/>`;
}

function drawAsOf(asOf: CalendarDate, { theme, width, xOf, axis }: Layout): readonly string[] {
  const x = xOf(asOf);
  const word = `as of ${formatDate(asOf)}`;
  const atRight = x + 4 + labelWidth(word, theme.size, true) > width;
  const style = {
    size: theme.size,
    colour: theme.brand,
    strong: true,
    anchor: atRight ? ('end' as const) : ('start' as const),
  };
  return [svgLine(x, 12, x, axis + 8, theme.brand, 1.5), svgText(atRight ? x - 4 : x + 4, 9, word, theme, style)];
}

function altOf({ minimums, events, asOf, goLive }: Timeline): string {
  const due = minimums.map((one) => one.label).join('; ') || 'none';
  const done =
    events.map((one) => `${one.label}${one.remark ? ` (${one.remark})` : ''}`).join('; ') || 'nothing recorded';
  const end = goLive ? ` Go-Live: ${formatDate(goLive)}.` : '';
  return `Timeline as of ${formatDate(asOf)}. Minimums: ${due}. What happened or is planned: ${done}.${end}`;
}
