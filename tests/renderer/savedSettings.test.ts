import { expect, it } from 'vitest';
import { savedInWords } from '../../renderer/screens/savedSettings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';

const none: Settings = {
  rulebook: { changes: [], paperDeadlines: [] },
  calendar: { name: null, closures: [], workingDays: [] },
};
const deadline = (from: string | null): Settings => ({
  ...none,
  rulebook: { changes: [], paperDeadlines: [{ body: 'TAG', workingDays: 5, from: from ? calendarDate(from) : null }] },
});
const closure = { on: calendarDate('2026-12-24'), what: 'Closed' };
const today = calendarDate('2026-11-27');
const always = 'Saved. Every finding and every pack from now on shows it.';

it('says from when a change of the settings shows, whether it comes or goes', () => {
  const ahead =
    'Saved. Nothing is judged otherwise before 1 January 2027: findings and packs as of that day or later show it.';
  expect(savedInWords(none, deadline('2027-01-01'), today)).toBe(ahead);
  expect(savedInWords(deadline('2027-01-01'), none, today)).toBe(ahead);
  expect(savedInWords(none, deadline('2026-11-27'), today)).toBe(
    'Saved. Every finding and every pack as of 27 November 2026 or later shows it; a release that was closed before that day stays as it was judged.',
  );
  expect(savedInWords(none, deadline(null), today)).toBe(always);
  expect(savedInWords(deadline('2027-01-01'), deadline(null), today)).toBe(always);
  const calendar = { ...none.calendar, closures: [closure] };
  expect(savedInWords(none, { ...none, calendar }, today)).toBe(always);
});
