import type { Judged } from './judge.ts';
import { cellsOf, head } from './table.ts';

/** Where and when a report was made. */
interface Made {
  readonly on: string;
  readonly machine: string;
  readonly node: string;
  /** How many processes wanted a core, on average over the last quarter of an hour; 1 or so where it ran alone. */
  readonly load: number;
}

/** The last report as a page: the table, and for each row that misses why, and what would help. */
export function pageOf(rows: readonly Judged[], notes: Readonly<Record<string, string>>, made: Made): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map((_, at) => (at >= 2 && at <= 5 ? '--:' : '---')))];
  for (const row of rows) table.push(line(cellsOf(row)));
  const open = rows.filter(({ verdict }) => verdict === 'misses' || verdict === 'not measured');
  const why = ({ row, verdict }: Judged) =>
    `- \`${row}\` ${verdict === 'misses' ? 'misses its goal' : 'was not measured'}: ${notes[row] ?? 'nobody has looked into it yet.'}`;
  return [
    '# How fast it is',
    '',
    `\`npm run bench\` of ${made.on}, on ${made.machine}, Node ${made.node.replace(/^v/, '')}, at a load of ${made.load.toFixed(1)} (where it runs alone, 1 to 2; in a crowd times are longer and ratios coarse). It writes this page. Medians of runs in turn; each ratio is that of a run, so that what else the machine does meets both sides. Bounds stand in \`tests/bench/bounds.ts\`, what is known of a miss in \`tests/bench/notes.ts\`.`,
    '',
    ...table,
    '',
    '## What misses',
    '',
    ...(open.length === 0 ? ['Nothing.'] : open.map(why)),
    '',
  ].join('\n');
}
