import { type CalendarDate, daysBetween, formatDate, plusDays } from '../calendar/calendarDate.ts';
import { ranWords } from '../calendar/happenedWords.ts';
import { phaseAsOf } from '../records/asOf.ts';
import type { TestPhase } from '../records/testing.ts';
import { cut, type Drawing, type DrawingTheme, labelWidth, number, svgDocument, svgLine, svgText } from './drawing.ts';
import { drawMonths } from './months.ts';

/** Phases on the calendar: the plan as a frame, what happened as a filled bar, the as-of day and go-live as lines. */
export function drawPhaseDates(
  recorded: readonly TestPhase[],
  asOf: CalendarDate,
  goLive: CalendarDate | null,
  width: number,
  theme: DrawingTheme,
): Drawing {
  const size = theme.size;
  // What is recorded to start or end later has not: it is told in words, and not drawn as if it had.
  const phases = recorded.map((phase) => phaseAsOf(phase, asOf));
  const dates = phases.flatMap(datesOf);
  if (dates.length === 0) return { svg: svgDocument(width, 1, []), width, height: 1, alt: 'No phase has a date yet.' };
  const all = [...dates, ...(goLive ? [goLive] : []), ...(isNear(asOf, dates) ? [asOf] : [])].sort();
  const from = plusDays(all[0] as CalendarDate, -5);
  const to = plusDays(all.at(-1) as CalendarDate, 5);
  const names = Math.min(width * 0.26, Math.max(...phases.map((one) => labelWidth(nameOf(one), size, true))) + 10);
  // Beside the last line stands its label.
  const room = width - names - labelWidth('Go-Live', size) - 6;
  const xOf = (date: CalendarDate) => names + (room * daysBetween(from, date)) / daysBetween(from, to);
  const pitch = size * 2.1;
  const foot = phases.length * pitch + size * 2.2;
  const body = phases.flatMap((phase, at) => {
    const y = at * pitch + size * 1.2;
    return [
      svgText(0, y + pitch * 0.42, cut(nameOf(phase), names - 8, size), theme, {
        size,
        colour: theme.ink,
        strong: true,
      }),
      ...span(phase.plannedStart, phase.plannedEnd).map(
        ([start, end]) =>
          `<rect x="${number(xOf(start))}" y="${number(y)}" width="${number(Math.max(2, xOf(end) - xOf(start)))}" height="${number(pitch * 0.62)}" fill="none" stroke="${theme.soft}" stroke-width="1" stroke-dasharray="3 2"/>`,
      ),
      ...span(
        phase.actualStart,
        phase.actualEnd ?? (phase.actualStart && asOf >= phase.actualStart ? earlier(asOf, to) : null),
      ).map(
        ([start, end]) =>
          `<rect x="${number(xOf(start))}" y="${number(y + pitch * 0.14)}" width="${number(Math.max(2, xOf(end) - xOf(start)))}" height="${number(pitch * 0.34)}" fill="${phase.actualEnd ? theme.tones.met : theme.brand}"/>`,
      ),
    ];
  });
  const marks = [
    // The earlier of the two bears its label on the left, so that they never meet.
    ...(goLive ? line(xOf(goLive), 'Go-Live', theme.ink, foot, theme, goLive < asOf) : []),
    ...(asOf >= from && asOf <= to
      ? line(xOf(asOf), 'as of', theme.brand, foot, theme, goLive !== null && asOf <= goLive)
      : []),
  ];
  const height = foot + size + 6;
  const drawn = [...body, ...marks, ...drawMonths(from, to, xOf, foot, width, theme)];
  return {
    svg: svgDocument(width, height, drawn),
    width,
    height,
    alt: recorded.map((phase) => inWords(phase, asOf)).join(' '),
  };
}

/** What goes on for years goes on to the end of the drawing. */
function earlier(date: CalendarDate, other: CalendarDate): CalendarDate {
  return date < other ? date : other;
}

function line(x: number, label: string, colour: string, foot: number, theme: DrawingTheme, toLeft: boolean) {
  return [
    svgLine(x, theme.size * 0.9, x, foot - theme.size - 2, colour, 1.25),
    svgText(toLeft ? x - 3 : x + 3, theme.size * 0.85, label, theme, {
      size: theme.size,
      colour,
      anchor: toLeft ? 'end' : 'start',
    }),
  ];
}

const nameOf = ({ name, region }: TestPhase) => [name ?? 'unnamed', region].filter(Boolean).join(', ');

function datesOf({ plannedStart, plannedEnd, actualStart, actualEnd }: TestPhase): readonly CalendarDate[] {
  return [plannedStart, plannedEnd, actualStart, actualEnd].filter((date): date is CalendarDate => date !== null);
}

/** A look back years later must not press the phases into a corner. */
function isNear(asOf: CalendarDate, dates: readonly CalendarDate[]): boolean {
  return dates.some((date) => Math.abs(daysBetween(asOf, date)) < 200);
}

function span(
  start: CalendarDate | null,
  end: CalendarDate | null,
): readonly (readonly [CalendarDate, CalendarDate])[] {
  const first = start ?? end;
  const last = end ?? start;
  return first && last && first <= last ? [[first, last]] : [];
}

function inWords(phase: TestPhase, asOf: CalendarDate): string {
  const { plannedStart, plannedEnd, actualStart, actualEnd } = phase;
  const dayOr = (day: CalendarDate | null) => (day === null ? 'not recorded' : formatDate(day));
  const planned = (plannedStart ?? plannedEnd) ? `planned ${dayOr(plannedStart)} to ${dayOr(plannedEnd)}` : null;
  const ran = ranWords(actualStart, actualEnd, asOf, {
    between: ' to ',
    noStart: 'not recorded',
    noEnd: 'not recorded',
  });
  const start = actualStart ?? actualEnd;
  const began = start !== null && start > asOf ? 'not started, recorded to run' : 'actually';
  return `${nameOf(phase)}: ${planned ?? 'no planned dates'}, ${ran === null ? 'not started' : `${began} ${ran}`}.`;
}
