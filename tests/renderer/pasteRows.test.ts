import { expect, it } from 'vitest';
import { pasteRows } from '../../renderer/components/pasteRows.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { testWorkingDays } from '../fixtures/facts.ts';

const dates = {
  today: calendarDate('2026-11-26'),
  goLive: calendarDate('2027-06-24'),
  from: null,
  calendar: testWorkingDays,
};

const rows = (...lines: readonly string[]) => lines.join('\n');

it('rows with headings become the records of a list, whatever the order of the columns and whatever they are called', () => {
  const text = rows('Owner\tRisk\timpact', 'DCC\tCutover\t"Late\nalerts"', '\tWeather\t');
  expect(pasteRows('risk', text, dates)).toEqual({
    records: [{ owner: 'DCC', title: 'Cutover', impact: 'Late\nalerts' }, { title: 'Weather' }],
  });
  // As the label of the form, and as our own tables have it.
  for (const heading of ['or on', 'Due on'])
    expect(pasteRows('condition', rows(`Condition\t${heading}`, 'Watch it\t4 December 2020'), dates)).toEqual({
      records: [{ text: 'Watch it', due: { on: '2020-12-04' } }],
    });
});

it.each([
  [
    'risk',
    'Only one line',
    /first row is to name the fields, such as Risk, Level, Owner, and each row below is a risk/,
  ],
  ['risk', 'Weather\tLow\nStorm\tHigh', /first row is to name the fields/],
  ['risk', 'Risk\tColour\nCutover\tred', /“Colour” is no field of a risk; the fields are Risk, Level/],
  ['meeting', 'Body\tMeets on\nCSC\tsoon', /in row 1, “soon” is not a date/],
  ['meeting', 'Body\nCSC\t2020-10-07', /column 2 without a heading is no field of a meeting/],
] as const)('a block that cannot be read is not taken at all: %s %j', (kind, text, problem) => {
  expect(pasteRows(kind, text, dates)).toEqual({ problem: expect.stringMatching(problem) });
});

it('a column that holds nothing is in nobody’s way', () => {
  expect(pasteRows('risk', rows('Risk\tColour', 'Cutover\t'), dates)).toEqual({ records: [{ title: 'Cutover' }] });
});
