import { expect, it } from 'vitest';
import { lastSent } from '../../renderer/screens/texts/lastSent.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { factsWith } from '../fixtures/facts.ts';

it('calls no text sent on a day that lies ahead', () => {
  const { sent } = factsWith({
    sent: ['2026-03-01', '2027-01-01'].map((on) => ({ text: 'newsletter', channel: 'e-mail', on })),
  });
  const on = (day: string) => lastSent('newsletter', sent, calendarDate(day));
  expect(on('2026-02-01')).toBe('not sent yet; recorded for 1 March 2026');
  expect(on('2026-05-01')).toBe('last sent on 1 March 2026; recorded for 1 January 2027');
  expect(on('2027-01-01')).toBe('last sent on 1 January 2027');
  expect(lastSent('approval', sent, calendarDate('2027-01-01'))).toBe('not sent yet');
});
