import { describe, expect, it } from 'vitest';
import { type CalendarDate, calendarDate, formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { type Block, type Inline, sectionsOf, spansOf } from '../../shared/domain/pack/blocks.ts';
import { buildDocument } from '../../shared/domain/pack/buildPackModel.ts';
import type { PaperIdentity } from '../../shared/domain/pack/packIdentity.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { paperSnapshot } from '../../shared/domain/pack/paper/paperFacts.ts';
import { recordSnapshot } from '../../shared/domain/pack/record/recordFacts.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { type DatePath, datePaths, withDate } from '../domain/dateFields.ts';
import { packSnapshotOf } from './fixtures.ts';
import { markedFacts } from './markedFacts.ts';
import { sampleFacts } from './sampleFacts.ts';

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

/** The paper for the TAG’s next meeting. */
function paperOf(pack: PackSnapshot): PackSnapshot {
  const meeting = calendarDate('2026-05-12');
  const document: PaperIdentity = { kind: 'paper', body: 'TAG', meeting, last: null, changes: [] };
  return { ...pack, ...paperSnapshot(pack, 'TAG'), identity: { ...pack.identity, document } };
}

/** The record of the first decision, whichever that is. */
function recordOf(pack: PackSnapshot): PackSnapshot {
  const [decision] = pack.facts.decisions;
  if (!decision) return pack;
  const document = { kind: 'decision', body: 'CSC', on: null, pack: null } as const;
  return { ...pack, ...recordSnapshot(pack, decision), identity: { ...pack.identity, document } };
}

/** The units that tell of the later day. */
function unitsWith(facts: ReleaseFacts, day: string): readonly string[] {
  const pack = packSnapshotOf(facts, asOf);
  return [pack, paperOf(pack), recordOf(pack)]
    .flatMap((snapshot) => sectionsOf(buildDocument(snapshot)))
    .flatMap(({ blocks }) => blocks.flatMap(unitsOf))
    .filter((unit) => unit.includes(day));
}

/** What stands before a day on which something is yet to happen. */
const toCome = [
  'joins',
  'to join the scope on',
  'leaves on',
  'from',
  'is planned for',
  'have not signed the facts of the submission of',
  'is to be notified on',
  'is to be set on',
  'is to be issued to the TAG on',
  'is to be (?:finalised|published|finalised and published) on',
  'It is recorded for',
  'waits for (?:the )?\\w+ by',
];

/** Without the day wherever it is marked: before it stands that it is to come, or behind it that it has not. */
function withoutMarked(unit: string, day: string): string {
  const marked = new RegExp(`(?:${toCome.join('|')}) ${day}|${day}[^()]{0,12}\\(after 1 May 2026: not yet`, 'g');
  return unit.replaceAll(marked, '');
}

/** Facts with every field filled, in which little agrees, and a release in which most is in order. */
const releases = [markedFacts('quoxel', 3, 0).facts, markedFacts('quoxel', 3, 1).facts, sampleFacts()];

describe('a day after the as-of date', () => {
  const day = formatDate(later);

  it.each(ofEvents)('is never printed as one that has come: %s', (path) => {
    let printed = 0;
    const unmarked = new Set<string>();
    for (const facts of releases) {
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
