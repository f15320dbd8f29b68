import { expect, it } from 'vitest';
import { blockersInWords } from '../../renderer/places/blockersInWords.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';

it('counts the blockers of the day that the list is judged on, and says which', () => {
  expect(blockersInWords(3, 'inPreparation', null)).toBe('3 blockers today');
  expect(blockersInWords(1, 'decided', calendarDate('2026-12-24'))).toBe('1 blocker as of 24 December 2026');
  expect(blockersInWords(1, 'live', null)).toBe('1 blocker still asked today');
});
