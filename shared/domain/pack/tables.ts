import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { Finding } from '../findings/finding.ts';
import { exceptionsFirst, findingStatus } from '../findings/vocabulary.ts';
import { untilInWords } from '../findings/waits.ts';
import { countOf } from '../foundation/words.ts';
import { theBody } from '../records/bodies.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Heading,
  type Inline,
  type Paragraph,
  paragraph,
  type Span,
  type Table,
} from './blocks.ts';
import { places } from './places.ts';
import { sameFindings } from './sameFindings.ts';
import { statusSpan } from './vocabulary.ts';

/** Why a section holds nothing, and what that means: an empty place is a statement, too. */
export function nothing(why: string): Paragraph {
  return paragraph([{ text: why, soft: true }]);
}

export function cell(text: Inline, below?: Inline): Cell {
  return below === undefined ? { text } : { text, below };
}

/** A heading inside a section. */
export function headingOf(text: string, id: string, bookmark = false): Heading {
  return { kind: 'heading', level: 2, text, id, bookmark };
}

/** Its title, its share of the width in hundredths, and on which side figures stand. */
type ColumnOf = readonly [title: string, weight: number, align?: Column['align']];

/** A table whose rows do not follow from one record each. */
export function tableOf(
  caption: string,
  columns: readonly ColumnOf[],
  rows: Table['rows'],
  size?: Table['size'],
): Table {
  return {
    kind: 'table',
    caption,
    ...(size === undefined ? {} : { size }),
    columns: columns.map(([title, weight, align]) => ({ title, weight, ...(align === undefined ? {} : { align }) })),
    rows,
  };
}

/** Its title, its share of the width in hundredths, what it says of a record, and on which side figures stand. */
type RecordColumn<Row> = readonly [
  title: string,
  weight: number,
  cellOf: (record: Row) => Cell,
  align?: Column['align'],
];

/** Records as rows: each column declared once, with its title and what it says. */
export function recordTable<Row>(
  caption: string,
  records: readonly Row[],
  columns: readonly RecordColumn<Row>[],
  size?: Table['size'],
): Table {
  const rows = records.map((record) => columns.map(([, , cellOf]) => cellOf(record)));
  return tableOf(
    caption,
    columns.map(([title, weight, , align]) => [title, weight, align]),
    rows,
    size,
  );
}

/**
 * What the rules say, at the end of a section: what is open in full, what is met as a count, for every finding stands
 * in the section of findings anyway.
 */
export function findingBlocks(
  title: string,
  id: string,
  findings: readonly Finding[],
  asOf: CalendarDate,
): readonly Block[] {
  const judged = findings.filter((finding) => finding.outcome !== 'notApplicable');
  const open = judged.filter((finding) => finding.outcome !== 'met');
  const met = judged.length - open.length;
  if (findings.length === 0) return [];
  const rest =
    judged.length === 0 ? 'No rule applies here; why stands under ' : `${countOf(met, 'finding')} met, shown under `;
  const where: readonly Span[] = [
    { text: rest, soft: true },
    { text: 'Findings and rulebook', to: places.findings },
    { text: '.', soft: true },
  ];
  // Nothing open needs no heading of its own.
  if (open.length === 0) return [paragraph([{ text: `${title}: `, soft: true }, ...where])];
  return [headingOf(title, id), findingsTable(title, open, asOf), ...(met > 0 ? [paragraph(where)] : [])];
}

/** Findings as rows, exceptions first: state · sentence, with clause, basis and what would mend it below. */
export function findingsTable(caption: string, findings: readonly Finding[], asOf: CalendarDate): Table {
  return {
    kind: 'table',
    caption,
    headless: true,
    columns: [
      { title: 'State', weight: 15 },
      { title: 'Finding', weight: 85 },
    ],
    rows: sameFindings(exceptionsFirst(findings)).map(({ first, text, actions }) => [
      cell([statusSpan(findingStatus(first))]),
      cell(text, belowFinding(actions, asOf)),
    ]),
  };
}

/** `§5.1, reading · covered by … · to mend: …`: what stands small below a finding's sentence. */
export function belowFinding(finding: Finding, asOf: CalendarDate): readonly Span[] {
  const source = finding.clause === null ? finding.basis : `${finding.clause}, ${finding.basis}`;
  return [{ text: [source, ...actionsOf(finding, asOf)].join(' · '), soft: true }];
}

/** What covers it, what would mend it, whom it waits for, and until when. */
export function actionsOf(finding: Finding, asOf: CalendarDate): readonly string[] {
  const { waitsFor, waitsUntil } = finding;
  const until = waitsUntil && untilInWords(waitsUntil, asOf);
  const isPast = waitsUntil !== null && waitsUntil < asOf;
  const by = until === null ? '' : isPast ? ` (${until})` : ` ${until}`;
  const waits = waitsFor === null ? null : `waits for ${theBody(waitsFor)}${by}`;
  // Joined by dots, so that a full stop at the end of one would stand beside the next dot.
  const mend = finding.mend?.replace(/\.$/, '') ?? null;
  return [acceptanceBeyond(finding), mend, waits].filter((part): part is string => part !== null && part !== '');
}

/** Of the decision that accepts a shortfall, what the sentence does not say itself: reference, reason and basis. */
function acceptanceBeyond({ coveredBy, sentence }: Finding): string | null {
  if (coveredBy === null) return null;
  const end = coveredBy.search(/, reference |, because: | \((?:§|practice)/);
  if (end < 0) return sentence.includes(coveredBy) ? null : coveredBy;
  if (!sentence.includes(coveredBy.slice(0, end))) return coveredBy;
  return coveredBy
    .slice(end)
    .replace(/^,? /, '')
    .replace(/^\((.*)\)$/, '$1');
}
