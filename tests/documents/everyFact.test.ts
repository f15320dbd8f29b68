import { describe, expect, it } from 'vitest';
import { type CalendarDate, formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { packSnapshotOf } from './fixtures.ts';
import { markedFacts } from './markedFacts.ts';

const asOf = '2030-01-01';

/** The model's text without what a limit of lines may cut. */
function uncutText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(uncutText).join('\n');
  if (value === null || typeof value !== 'object' || 'lines' in value) return '';
  return Object.values(value).map(uncutText).join('\n');
}

describe('the full pack', () => {
  const { facts, markers, dates } = markedFacts();
  const text = uncutText(buildPackModel(packSnapshotOf(facts, asOf)));

  it('shows every text of the release file somewhere where nothing cuts it', () => {
    expect(markers.length).toBeGreaterThan(600);
    expect(new Set(markers.map((one) => one.text)).size).toBe(markers.length);
    expect(fieldsOf(markers.filter((one) => !text.includes(one.text)))).toEqual([]);
  });

  it('shows every date of the release file', () => {
    expect(fieldsOf(dates.filter((one) => !text.includes(formatDate(one.text as CalendarDate))))).toEqual([]);
  });
});

function fieldsOf(markers: readonly { readonly field: string }[]): readonly string[] {
  return [...new Set(markers.map((one) => one.field))];
}
