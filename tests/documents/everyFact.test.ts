import { describe, expect, it } from 'vitest';
import { type CalendarDate, formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { type MarkedFacts, markedFacts, onlyWith } from './markedFacts.ts';
import { textOf } from './otherFiles.ts';
import { makePack, scratchFolder } from './packs.ts';

/** Before, amid and after every date of the marked facts. */
const days = ['2020-01-01', '2024-08-01', '2030-01-01'] as const;

/** What a block carries and no page shows: places that links lead to, and the words for those who see no drawing. */
const unseen = new Set(['id', 'to', 'pageOf', 'svg', 'alt', 'caption', 'kind']);

/** The model's text without what a limit of lines may cut. */
function uncutText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(uncutText).join('\n');
  if (value === null || typeof value !== 'object' || 'lines' in value) return '';
  return Object.entries(value)
    .map(([name, inner]) => (unseen.has(name) ? '' : uncutText(inner)))
    .join('\n');
}

/** All that the pack's sections say by themselves: a finding that happens to repeat a fact is no place for it. */
function textOfPack(facts: ReleaseFacts, asOf: string): string {
  const snapshot = packSnapshotOf(facts, asOf);
  return uncutText(buildPackModel({ ...snapshot, readiness: { ...snapshot.readiness, findings: [] } }));
}

/** Fields of which the text does not hold some value, as it is written there. */
function missingIn(text: string, { markers, dates }: Pick<MarkedFacts, 'markers' | 'dates'>): readonly string[] {
  const missing = [
    ...markers.filter((one) => !text.includes(one.text)),
    ...dates.filter((one) => !text.includes(formatDate(one.text as CalendarDate))),
  ];
  return [...new Set(missing.map((one) => one.field))];
}

describe('the full pack', () => {
  it('knows some hundred markers, no two of them alike', () => {
    const { markers, dates } = markedFacts();
    expect(markers.length).toBeGreaterThan(600);
    for (const list of [markers, dates]) expect(new Set(list.map((one) => one.text)).size).toBe(list.length);
  });

  it.each(days)(
    'shows every text and date of the release file, whatever state its records are in, as of %s',
    (asOf) => {
      for (let shift = 0; shift < 8; shift += 1) {
        const marked = markedFacts('quoxel', 3, shift);
        expect(missingIn(textOfPack(marked.facts, asOf), marked)).toEqual([]);
      }
    },
  );

  it.each(days)('shows each of them where it is all that its record says, as of %s', (asOf) => {
    const marked = markedFacts('quoxel', 1);
    const missing = [...marked.markers, ...marked.dates].filter((one) => {
      const text = textOfPack(onlyWith(marked, one.path), asOf);
      const isDate = marked.dates.includes(one);
      return missingIn(text, { markers: isDate ? [] : [one], dates: isDate ? [one] : [] }).length > 0;
    });
    expect(missing.map((one) => one.field)).toEqual([]);
  });

  it('shows them on the pages of its file', async () => {
    const { facts, markers } = markedFacts();
    const { file } = await makePack(scratchFolder(), 'marked', facts, { asOf: '2030-01-01' });
    // A line parts a word wherever it must. Dates are left to the count of words: a page may turn amid one.
    const text = (await textOf(file)).join('').replace(/[\s\u200b]+/g, '');
    expect(markers.filter((one) => !text.includes(one.text)).map((one) => one.field)).toEqual([]);
  });
});
