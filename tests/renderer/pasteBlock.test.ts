import { describe, expect, it } from 'vitest';
import { fillDown } from '../../renderer/components/grid/fillDown.ts';
import { pasteBlock, readBlock } from '../../renderer/components/grid/pasteBlock.ts';
import type { FieldSpec } from '../../renderer/fields/fieldSpec.ts';
import { specsOf } from '../../renderer/fields/fieldSpecs.ts';
import { inWords } from '../../renderer/fields/inWords.ts';
import { readTyped } from '../../renderer/fields/readTyped.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import { testWorkingDays } from '../fixtures/facts.ts';

const phase = (field: string): FieldSpec => {
  const found = specsOf('testPhase').find((spec) => spec.field === field);
  if (!found) throw new Error(field);
  return found;
};
const dates = {
  today: calendarDate('2026-11-26'),
  goLive: calendarDate('2027-06-24'),
  from: null,
  calendar: testWorkingDays,
};
const specs = ['name', 'plannedStart', 'planned'].map(phase);

describe('a block that was copied from a spreadsheet', () => {
  it('is read cell by cell, with breaks and quotes where a cell stands in quotes', () => {
    expect(readBlock('a\tb\r\nc\t"d\n""e"""\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd\n"e"'],
    ]);
  });

  it('goes into the cells from the active one to the right and down, and adds what is beyond the last row', () => {
    const text = 'SIT\tT-24w\t1,240\nUIT\t23/03/2027\t\nRegression\t2027-05-04\t12';
    expect(pasteBlock(text, { keys: ['one', 'two'], specs, grows: true, dates })).toEqual({
      saves: [
        { key: 'one', fields: { name: 'SIT', plannedStart: '2027-01-07', planned: 1240 } },
        { key: 'two', fields: { name: 'UIT', plannedStart: '2027-03-23', planned: null } },
        { key: null, fields: { name: 'Regression', plannedStart: '2027-05-04', planned: 12 } },
      ],
    });
  });

  it.each([
    ['SIT\nUIT', { keys: ['one'], specs, grows: false, dates }, /has 2 rows, and from here there is 1/],
    ['a\tb\tc\td', { keys: ['one'], specs, grows: true, dates }, /4 columns wide, and from here there are 3/],
    [
      'SIT\t4 nov',
      { keys: ['one'], specs, grows: true, dates: { ...dates, needsYear: true } },
      /“4 nov” does not say its year/,
    ],
    ['SIT\tsoon', { keys: ['one'], specs, grows: true, dates }, /in row 1 of the block, “soon” is not a date/],
    ['SIT\t\tmany', { keys: ['one'], specs, grows: true, dates }, /“many” is not a number/],
    [
      'SIT\t1',
      { keys: ['one'], specs: [phase('name'), null], grows: true, dates },
      /column 2 .* nothing can be written/,
    ],
    ['\n', { keys: ['one'], specs, grows: true, dates }, /holds no text/],
  ])('is pasted as a whole or not at all: %j', (text, place, problem) => {
    expect(pasteBlock(text, place)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

it('what a cell shows is read back as what it holds, for every kind of field that can be pasted into', () => {
  const samples: Partial<Record<FieldSpec['type'], unknown>> = {
    text: 'AC-01',
    long: 'Two words',
    date: '2021-11-04',
    number: 12,
    yesNo: false,
    tags: ['TAG', 'OPSG'],
  };
  let count = 0;
  for (const spec of listKinds.flatMap((kind) => specsOf(kind))) {
    if (spec.type === 'rows' || spec.type === 'shown') continue;
    const values = (spec.options ?? []).map(({ value }) => value);
    const value = spec.type === 'choice' ? values[0] : spec.type === 'choices' ? values : samples[spec.type];
    expect(readTyped(spec, inWords(spec, value), dates), `${spec.field}: ${inWords(spec, value)}`).toEqual({ value });
    count += 1;
  }
  expect(count).toBeGreaterThan(100);
});

describe('filling down', () => {
  const rows = [{ id: 'a', kind: 'report' }, { id: 'b', kind: 'list' }, { id: 'c', kind: 'report' }, { id: 'd' }];
  const keyOf = ({ id }: { readonly id: string }) => id;

  it('gives the first chosen row’s value to the other chosen ones that have another', () => {
    const chosen = new Set(['d', 'c', 'a']);
    expect(fillDown({ rows, keyOf, active: 'b', chosen, field: 'kind' })).toEqual([
      { key: 'd', fields: { kind: 'report' } },
    ]);
  });

  it('takes the value of the row above where none is chosen, and there is none above the first', () => {
    const nothing = { rows, keyOf, chosen: new Set<string>(), field: 'kind' };
    expect(fillDown({ ...nothing, active: 'b' })).toEqual([{ key: 'b', fields: { kind: 'report' } }]);
    expect(fillDown({ ...nothing, active: 'a' })).toEqual([]);
  });
});
