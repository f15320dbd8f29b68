import { describe, expect, it } from 'vitest';
import { type CalendarDate, calendarDate, formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { type Block, type Inline, sectionsOf, spansOf } from '../../shared/domain/pack/blocks.ts';
import { buildDocument } from '../../shared/domain/pack/buildPackModel.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { type DatePath, datePaths, withDate } from '../domain/dateFields.ts';
import { packSnapshotOf } from './fixtures.ts';
import { markedFacts } from './markedFacts.ts';

/** The pack speaks of this day, and every date of the marked facts lies before it. */
const asOf = '2026-05-01';
const later: CalendarDate = calendarDate('2031-03-14');

/** Days of what is planned or due: nobody takes them for what has happened. */
const ofPlans: Readonly<Record<DatePath, string>> = {
  'meetings.*.on': 'a meeting that is listed',
  'conditions.*.due.on': 'stands under “Due”',
  'rid.versions.*.keyDates.*.on': 'a date of the implementation plan',
  'modifications.*.latestApprovalOn': '“latest day for approval”',
};

/** The day on which somebody typed a value in for its owner: of the record, not of the release, and past whatever is looked at. */
const isOfRecording = (path: DatePath) => path.endsWith('onBehalf.*.on');

const ofEvents: readonly DatePath[] = [
  ...datePaths().filter((path) => !(path in ofPlans) && !isOfRecording(path)),
  // Events that are called otherwise.
  'release.goLive.actualDate',
  'testPhases.*.actualStart',
  'testPhases.*.actualEnd',
];

const told = (text: Inline) =>
  spansOf(text)
    .map((span) => span.text)
    .join('');

/** What a reader takes in at once: a cell with what stands below it, a row of facts, a paragraph, the words of a figure. */
function unitsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'table':
      return block.rows.flatMap((row) => row.map(({ text, below }) => `${told(text)} ${told(below ?? '')}`));
    case 'facts':
      return block.rows.map(({ value }) => told(value));
    case 'paragraph':
      return [told(block.text)];
    case 'figure':
      return [block.alt];
    case 'pair':
      return [...block.left, ...block.right].flatMap(unitsOf);
    default:
      return [JSON.stringify(block)];
  }
}

/** The units that tell of the later day. What the rules say of it is their own matter. */
function unitsWith(facts: ReleaseFacts, day: string): readonly string[] {
  const snapshot = packSnapshotOf(facts, asOf);
  const model = buildDocument({ ...snapshot, readiness: { ...snapshot.readiness, findings: [] } });
  return sectionsOf(model)
    .flatMap(({ blocks }) => blocks.flatMap(unitsOf))
    .filter((unit) => unit.includes(day));
}

/** Without the day wherever it is marked: beside it stands that it has not come, or before it that it is to come. */
function withoutMarked(unit: string, day: string): string {
  const marked = new RegExp(`(?:joins|leaves on|from) ${day}|${day}[^()]{0,12}\\(after 1 May 2026: not yet`, 'g');
  return unit.replaceAll(marked, '');
}

describe('a day after the as-of date', () => {
  const day = formatDate(later);

  it.each(ofEvents)('is never printed as one that has come: %s', (path) => {
    let printed = 0;
    const unmarked = new Set<string>();
    for (const shift of [0, 1]) {
      const { facts } = markedFacts('quoxel', 3, shift);
      for (let at = 0; at < 3; at += 1) {
        const ahead = withDate(facts, path, at, later);
        if (ahead === null) continue;
        const units = unitsWith(ahead, day);
        printed += units.length;
        for (const unit of units) if (withoutMarked(unit, day).includes(day)) unmarked.add(unit);
      }
    }
    expect([...unmarked]).toEqual([]);
    expect(printed).toBeGreaterThan(0);
  });
});
