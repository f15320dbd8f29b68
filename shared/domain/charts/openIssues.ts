import { cut, type Drawing, type DrawingTheme, labelWidth, number, svgDocument, svgLine, svgText } from './drawing.ts';

/** Open issues of one severity; `maximum` null: none is cited. */
export interface IssueBar {
  readonly label: string;
  readonly open: number;
  readonly maximum: number | null;
  /** Why nobody can tell how they compare: `names no severity`; null where one can. */
  readonly unclear: string | null;
  /** Its issues are counted in a bar before it, too. */
  readonly part: boolean;
}

/** Open issues by severity, each against its cited maximum: the mark is the maximum, the bar what is open. */
export function drawOpenIssues(rows: readonly IssueBar[], width: number, theme: DrawingTheme): Drawing {
  const size = theme.size;
  const most = Math.max(1, ...rows.map((row) => Math.max(row.open, row.maximum ?? 0)));
  const names = Math.min(width * 0.5, Math.max(...rows.map((row) => labelWidth(row.label, size, true)), 30) + 10);
  const words = Math.max(...rows.map((row) => labelWidth(wordsOf(row), size)), 30) + 4;
  const bar = Math.max(40, width - names - words - 14);
  const pitch = size * 2.1;
  const xOf = (count: number) => names + (bar * count) / most;
  const body = rows.flatMap((row, at) => {
    const y = at * pitch + pitch * 0.24;
    const height = pitch * 0.5;
    const over = isOver(row);
    const colour = over ? theme.tones.notMet : theme.tones.notDue;
    const open =
      row.open > 0
        ? [
            `<rect x="${number(names)}" y="${number(y)}" width="${number(Math.max(2, xOf(row.open) - names))}" height="${number(height)}" fill="${colour}"/>`,
          ]
        : [];
    const mark =
      row.maximum === null ? [] : [svgLine(xOf(row.maximum), y - 3, xOf(row.maximum), y + height + 3, theme.ink, 1.5)];
    return [
      svgText(0, at * pitch + pitch * 0.62, cut(row.label, names - 8, size), theme, {
        size,
        colour: theme.ink,
        strong: true,
      }),
      svgLine(names, y + height, names + bar, y + height, theme.line, 0.5),
      ...open,
      ...mark,
      svgText(names + bar + 14, at * pitch + pitch * 0.62, wordsOf(row), theme, {
        size,
        colour: over ? theme.tones.notMet : theme.soft,
        strong: over,
      }),
    ];
  });
  const height = Math.max(pitch, rows.length * pitch);
  const alt =
    rows.length === 0 ? 'No test issue is open.' : rows.map((row) => `${row.label}: ${wordsOf(row)}`).join('. ');
  return { svg: svgDocument(width, height, body), width, height, alt };
}

function isOver({ open, maximum, unclear }: IssueBar): boolean {
  return unclear === null && maximum !== null && open > maximum;
}

function wordsOf(bar: IssueBar): string {
  const { open, maximum, unclear } = bar;
  // Why stands in the table beside the figure: a drawing has no room for it.
  if (unclear !== null) return `${open} open, cannot tell`;
  if (maximum === null) return `${open} open, no maximum cited`;
  return `${open} open, at most ${maximum}${isOver(bar) ? ': over' : ''}`;
}
