import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { criteriaNamedIn, guessFromName } from '../../shared/domain/records/guessFromName.ts';
import fc from '../support/properties.ts';

describe('what a file name tells', () => {
  it.each([
    ['SIT exit report v2.1 2021-09-30.pdf', 'SIT exit report', '2021-09-30', 'v2.1'],
    ['SIT_exit-report v2.pdf', 'SIT exit-report', null, 'v2'],
    ['report 20210930 (final).docx', 'report', '2021-09-30', 'final'],
    ['30 Sep 2021 minutes.eml', 'minutes', '2021-09-30', null],
    ['Minutes 30.09.2021.pdf', 'Minutes', '2021-09-30', null],
    ['Sept 5, 2021 minutes.txt', 'minutes', '2021-09-05', null],
    ['UIT_exit_v3.xlsx', 'UIT exit', null, 'v3'],
    ['Report-2021-09-30-v1.2-final.pdf', 'Report', '2021-09-30', 'v1.2 final'],
    ['PIT v1.0 draft 1 September 2021.docx', 'PIT', '2021-09-01', 'v1.0 draft'],
    ['Final report - Copy (2).pdf', 'Final report', null, null],
    ['2021-09-30.pdf', '2021-09-30', '2021-09-30', null],
    ['v2.pdf', 'v2', null, null],
    ['.gitignore', '.gitignore', null, null],
  ])('%s', (name, title, date, version) => {
    expect(guessFromName(name)).toEqual({ title, date, version });
  });

  it.each(['MP150 20219999 notes.txt', 'CP1 (2021).pdf', 'May 2021 report.pdf', '31-02-2021.pdf', '123456789012.pdf'])(
    '%s holds no date',
    (name) => expect(guessFromName(name).date).toBeNull(),
  );

  it('always gives a title, and only a date that is one', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 255, unit: 'binary' }), (name) => {
        const { title, date } = guessFromName(name);
        expect(title).not.toBe('');
        expect(date === null || isCalendarDate(date)).toBe(true);
      }),
    );
  });
});

describe('the criteria that a file name speaks of', () => {
  it.each([
    ['AC-03 exit report.pdf', ['AC-03', 'AC-04'], ['AC-03']],
    ['ac03_evidence.docx', ['AC-03', 'AC-3.1'], ['AC-03']],
    // A RID that just numbers its criteria: no version, date or phase is one of them.
    ['UIT Completion Report v1.0.pdf', ['1', '2'], []],
    ['SIT 2 exit 2021-09-01.pdf', ['1', '2', '9'], []],
    ['Criterion 2 - UIT report v1.0.pdf', ['1', '2'], ['2']],
    ['AC3 readiness v1.docx', ['1', '3'], ['3']],
  ])('%s', (name, references, named) => {
    expect(criteriaNamedIn(name, references)).toEqual(named);
  });
});
