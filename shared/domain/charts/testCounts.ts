import { countFields } from '../importing/rowChecks.ts';
import type { TestPhase } from '../records/testing.ts';
import { cut, type Drawing, type DrawingTheme, labelWidth, number, svgDocument, svgText } from './drawing.ts';

/** Test counts of each phase as one bar of the planned tests; the numbers stand beside it, never only in colour. */
export function drawTestCounts(phases: readonly TestPhase[], width: number, theme: DrawingTheme): Drawing {
  const rows = phases.map(rowOf);
  const size = theme.size;
  const names = Math.min(width * 0.3, Math.max(...rows.map((row) => labelWidth(row.name, size, true)), 40) + 10);
  const words = Math.min(width * 0.42, Math.max(...rows.map((row) => labelWidth(row.words, size)), 60) + 4);
  const bar = Math.max(40, width - names - words - 12);
  const pitch = size * 2.1;
  const body = rows.flatMap((row, at) => {
    const y = at * pitch;
    const text = y + pitch * 0.62;
    return [
      svgText(0, text, cut(row.name, names - 8, size), theme, { size, colour: theme.ink, strong: true }),
      ...drawBar(row, names, y + pitch * 0.24, bar, pitch * 0.5, theme),
      svgText(names + bar + 12, text, row.words, theme, { size, colour: theme.soft }),
    ];
  });
  const height = Math.max(pitch, rows.length * pitch);
  const alt =
    rows.length === 0 ? 'No test phase is recorded.' : rows.map((row) => `${row.name}: ${row.words}`).join('. ');
  return { svg: svgDocument(width, height, body), width, height, alt };
}

interface Row {
  readonly name: string;
  readonly words: string;
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
}

function rowOf(phase: TestPhase): Row {
  const { name, region, planned, run, passed, failed, notRun } = phase;
  const label = [name ?? 'unnamed', region].filter(Boolean).join(', ');
  const total = Math.max(planned ?? 0, (run ?? (passed ?? 0) + (failed ?? 0)) + (notRun ?? 0));
  const isCounted = [planned, run, passed, failed, notRun].some((count) => count !== null);
  const words = isCounted ? countsInWords(phase, total) : 'no counts yet';
  return { name: label, words, total, passed: passed ?? 0, failed: failed ?? 0 };
}

const inWords = { planned: 'planned', run: 'run', passed: 'passed', failed: 'failed', notRun: 'not run' } as const;

/**
 * `405 of 412 passed · 5 failed · 2 not run`. Not run is what is recorded as such, or else what was planned beyond what was
 * run; the rest was run with another outcome, such as blocked, or its result is not recorded.
 */
function countsInWords(phase: TestPhase, total: number): string {
  const { planned, run, passed, failed, notRun } = phase;
  // 50 of 10 is no share: such counts stand as they are recorded.
  if ((passed ?? 0) + (failed ?? 0) > total)
    return [
      ...countFields.flatMap((name) => (phase[name] === null ? [] : [`${phase[name]} ${inWords[name]}`])),
      'cannot all be true',
    ].join(' · ');
  const open = Math.max(0, total - (passed ?? 0) - (failed ?? 0));
  const beyondRun = planned === null || run === null ? 0 : Math.min(open, Math.max(0, planned - run));
  const unrun = notRun ?? beyondRun;
  const rest = Math.max(0, open - unrun);
  const isRun = passed !== null && failed !== null && (run !== null || notRun !== null);
  return [
    `${passed ?? '?'} of ${total} passed`,
    failed !== null && failed > 0 ? `${failed} failed` : null,
    unrun > 0 ? `${unrun} not run` : null,
    rest > 0 ? `${rest} ${isRun ? 'other' : 'without a result'}` : null,
    planned !== null && planned < total ? `${planned} planned` : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Passed filled, failed as a dense hatching, everything else empty: told apart in black and white too. */
function drawBar(
  row: Row,
  x: number,
  y: number,
  width: number,
  height: number,
  theme: DrawingTheme,
): readonly string[] {
  // More may have passed and failed than were planned: the bar is full then, and never leaves its frame.
  const whole = Math.max(row.total, row.passed + row.failed);
  const share = (count: number) => (whole === 0 ? 0 : (width * count) / whole);
  const passed = share(row.passed);
  const failed = share(row.failed);
  const frame = `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="none" stroke="${theme.line}" stroke-width="0.75"/>`;
  const filled = `<rect x="${number(x)}" y="${number(y)}" width="${number(passed)}" height="${number(height)}" fill="${theme.tones.met}"/>`;
  if (failed === 0) return [frame, ...(passed > 0 ? [filled] : [])];
  const seen = Math.max(failed, 2.5);
  const from = Math.min(x + passed, x + width - seen);
  const ground = `<rect x="${number(from)}" y="${number(y)}" width="${number(seen)}" height="${number(height)}" fill="${theme.tones.notMet}"/>`;
  const stripes: string[] = [];
  for (let at = 2.5; at < seen - 0.5; at += 3)
    stripes.push(
      `<line x1="${number(from + at)}" y1="${number(y)}" x2="${number(from + at)}" y2="${number(y + height)}" stroke="${theme.paper}" stroke-width="0.8"/>`,
    );
  return [frame, ...(passed > 0 ? [filled] : []), ground, ...stripes];
}
