import { type CalendarDate, calendarDate, formatDate, plusMonths } from '../calendar/calendarDate.ts';
import { type DrawingTheme, labelWidth, svgLine, svgText } from './drawing.ts';

/** Month names along the foot of a timeline, as many as there is room for; the year with the first and each January. */
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
  let free = 0;
  let month = plusMonths(calendarDate(`${from.slice(0, 7)}-01`), 1);
  while (month <= to) {
    const x = xOf(month);
    const text = formatDate(month).slice(2);
    const label = free === 0 || month.slice(5, 7) === '01' ? text : text.slice(0, -5);
    const room = labelWidth(label, size);
    drawn.push(svgLine(x, rule, x, rule + 3, theme.line, 0.5));
    if (x >= free && x + room < width) {
      drawn.push(svgText(x + 2, y + 1, label, theme, { size, colour: theme.soft }));
      free = x + room + 10;
    }
    const next = plusMonths(month, 1);
    if (next <= month) break;
    month = next;
  }
  return drawn;
}
