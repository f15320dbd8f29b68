import { type CalendarDate, calendarDate, formatDate, plusMonths } from '../calendar/calendarDate.ts';
import { type DrawingTheme, labelWidth, svgLine, svgText } from './drawing.ts';

/** Months between two names: each, each quarter's first, each January. */
const steps = [1, 3, 12] as const;
const GAP = 10;

/**
 * Month names along the foot of a timeline, evenly: every month where there is room for each, else every quarter, else
 * every January. The year stands with the first and with each January.
 */
export function drawMonths(
  from: CalendarDate,
  to: CalendarDate,
  xOf: (date: CalendarDate) => number,
  y: number,
  width: number,
  theme: DrawingTheme,
): readonly string[] {
  const { size } = theme;
  const rule = y - size - 2;
  const drawn: string[] = [svgLine(xOf(from), rule, xOf(to), rule, theme.line, 0.5)];
  const months = monthsBetween(from, to);
  const step = stepFor(months, xOf, size);
  let free = 0;
  for (const month of months) {
    const x = xOf(month);
    drawn.push(svgLine(x, rule, x, rule + 3, theme.line, 0.5));
    if (!isNamed(month, step)) continue;
    const label = nameOf(month, step, free === 0);
    const room = labelWidth(label, size);
    if (x < free || x + room >= width) continue;
    drawn.push(svgText(x + 2, y + 1, label, theme, { size, colour: theme.soft }));
    free = x + room + GAP;
  }
  return drawn;
}

/** The first day of each month after the first date, to the last. */
function monthsBetween(from: CalendarDate, to: CalendarDate): readonly CalendarDate[] {
  const months: CalendarDate[] = [];
  let month = plusMonths(calendarDate(`${from.slice(0, 7)}-01`), 1);
  while (month <= to) {
    months.push(month);
    const next = plusMonths(month, 1);
    if (next <= month) break;
    month = next;
  }
  return months;
}

/** The smallest step at which no name reaches into the next one. */
function stepFor(months: readonly CalendarDate[], xOf: (date: CalendarDate) => number, size: number): number {
  const fits = (step: number) => {
    const named = months.filter((month) => isNamed(month, step));
    return named.every((month, at) => {
      const next = named[at + 1];
      return next === undefined || xOf(month) + labelWidth(nameOf(month, step, at === 0), size) + GAP <= xOf(next);
    });
  };
  return steps.find(fits) ?? 12;
}

function isNamed(month: CalendarDate, step: number): boolean {
  return (Number(month.slice(5, 7)) - 1) % step === 0;
}

/** `November 2020`, `February`; where only Januaries are named, `2021`. */
function nameOf(month: CalendarDate, step: number, isFirst: boolean): string {
  if (step === 12) return month.slice(0, 4);
  const text = formatDate(month).slice(2);
  return isFirst || month.slice(5, 7) === '01' ? text : text.slice(0, -5);
}
