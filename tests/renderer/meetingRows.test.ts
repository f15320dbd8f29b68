import { describe, expect, it } from 'vitest';
import {
  agendaOf,
  answerRest,
  besideInWords,
  recordedInWords,
  replacedBy,
  replaceInWords,
  savesOf,
  standsOn,
  withoutPosition,
} from '../../renderer/screens/committees/meetingRows.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { viewHistoriesOf } from '../../shared/domain/readiness/viewHistory.ts';
import { positions } from '../../shared/domain/records/committees.ts';
import { anySnapshot } from '../domain/arbitraries.ts';
import { factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';

describe('a meeting’s sheet', () => {
  it('never sets one position for all where a body has said something, whatever the facts', () => {
    fc.assert(
      fc.property(
        anySnapshot,
        fc.constantFrom('TAG', 'OPSG'),
        fc.constantFrom(...positions),
        (snapshot, body, position) => {
          const histories = viewHistoriesOf(snapshot.facts.views, snapshot.asOf);
          const rows = agendaOf(body, snapshot.facts, histories, []);
          const answers = answerRest(rows, new Map(), position);
          expect(replacedBy(rows, answers)).toEqual([]);
          for (const { criterion, standing } of rows)
            expect(answers.get(criterion.reference)?.position ?? null).toBe(standing ? null : position);
        },
      ),
    );
  });

  it('answers the open question, follows a standing view, and names what it would replace', () => {
    const facts = factsWith({
      criteria: ['A', 'B', 'C'].map((reference) => ({ reference, bodies: ['TAG'] })),
      views: [
        { id: '00000000-0000-4000-8000-000000000001', body: 'TAG', criterion: 'A', askedOn: '2026-01-01' },
        { body: 'TAG', criterion: 'B', on: '2026-01-02', position: 'doesNotSupport' },
      ],
    });
    const rows = agendaOf('TAG', facts, viewHistoriesOf(facts.views, calendarDate('2026-02-01')), []);
    const answers = answerRest(rows, new Map(), 'supports');
    const meeting = { body: 'TAG', on: '2026-02-01', paper: '' };
    expect(savesOf(meeting, rows, answers).map(({ id, fields }) => [id, fields.position])).toEqual([
      ['00000000-0000-4000-8000-000000000001', 'supports'],
      [null, 'supports'],
    ]);
    const changed = new Map(answers).set('B', { position: 'supports', wording: '' });
    expect(replacedBy(rows, changed).map(({ criterion }) => criterion.reference)).toEqual(['B']);
  });

  it('never answers a question before it was asked, nor one that was answered after the day that is looked at', () => {
    const id = '00000000-0000-4000-8000-000000000001';
    const question = { id, body: 'TAG', criterion: 'A', askedOn: '2026-01-10' };
    const criteria = [{ reference: 'A', bodies: ['TAG'] }];
    const answers = new Map([['A', { position: 'supports' as const, wording: '' }]]);
    const saved = (view: object, on: string, asOf: string) => {
      const facts = factsWith({ criteria, views: [{ ...question, ...view }] });
      const rows = agendaOf('TAG', facts, viewHistoriesOf(facts.views, calendarDate(asOf)), []);
      const beside = rows.map((row) => besideInWords(row, calendarDate(on)));
      return [beside[0], ...savesOf({ body: 'TAG', on, paper: '' }, rows, answers).map((one) => one.id)];
    };
    expect(saved({}, '2026-01-10', '2026-02-01')).toEqual([null, id]);
    expect(saved({}, '2026-01-09', '2026-02-01')).toEqual([
      'Asked on 10 January 2026, after 9 January 2026; this is recorded as a view of its own, and the question waits on.',
      null,
    ]);
    const later = { on: '2026-01-20', position: 'doesNotSupport' };
    expect(saved(later, '2026-01-12', '2026-01-15')).toEqual([
      'Asked on 10 January 2026 and answered since; this is recorded as a view of its own.',
      null,
    ]);
  });

  it('says of each view which of the two stands when the sheet is recorded, as the records then have it', () => {
    const dates = ['2026-05-01', '2026-05-12', '2026-05-20'] as const;
    const asOf = calendarDate('2026-06-01');
    const said = [
      ['doesNotSupport', 'supports'],
      ['supports', 'doesNotSupport'],
    ] as const;
    for (const day of dates.map(calendarDate))
      for (const [stood, [old, next]] of dates.flatMap((date) => said.map((pair) => [date, pair] as const))) {
        const views = [{ body: 'TAG', criterion: 'A', on: stood, position: old }];
        const criteria = [{ reference: 'A', bodies: ['TAG'] }];
        const facts = factsWith({ criteria, views });
        const rows = agendaOf('TAG', facts, viewHistoriesOf(facts.views, asOf), []);
        const answers = new Map([['A', { position: next, wording: '' }]]);
        const saved = savesOf({ body: 'TAG', on: day, paper: '' }, rows, answers).map(({ fields }) => fields);
        const after = factsWith({ criteria, views: [...views, ...saved] as unknown as typeof views });
        const { standing } = viewHistoriesOf(after.views, asOf).of('TAG', 'A');
        const isOld = standing?.position === old;
        expect({ day, stood, next, isOld: rows.some((row) => standsOn(row, answers, day)) }).toEqual({
          day,
          stood,
          next,
          isOld,
        });
        const words = replaceInWords('TAG', rows, answers, day);
        expect(words.button).toBe(isOld ? 'Record it all the same' : 'Replace it');
        expect(words.note).toMatch(isOld ? /^A view of a later day .+ stands on/ : /shown as replaced/);
      }
  });

  it('saves no position that was not chosen, and names every row whose words still lack one', () => {
    const typed = fc.record({
      position: fc.constantFrom(null, ...positions),
      wording: fc.constantFrom('', '  ', 'In words.'),
    });
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 5 }), (all) => {
        const references = all.map((_, at) => `AC-${at}`);
        const facts = factsWith({ criteria: references.map((reference) => ({ reference, bodies: ['TAG'] })) });
        const rows = agendaOf('TAG', facts, viewHistoriesOf([], calendarDate('2026-02-01')), []);
        const answers = new Map(
          references.map((reference, at) => [reference, all[at] ?? { position: null, wording: '' }]),
        );
        const saved = savesOf({ body: 'TAG', on: '2026-02-01', paper: '' }, rows, answers).length;
        const asked = withoutPosition(rows, answers).map(({ criterion }) => criterion.reference);
        expect(saved).toBe(all.filter(({ position }) => position !== null).length);
        expect(asked).toEqual(
          references.filter((_, at) => all[at]?.position === null && all[at]?.wording.trim() !== ''),
        );
      }),
    );
  });

  it('says from when its views show where somebody looks at an earlier day', () => {
    const [earlier, day] = [calendarDate('2026-11-20'), calendarDate('2026-11-25')];
    expect(recordedInWords(2, 'TAG', day, day)).toBe('Recorded 2 views of TAG.');
    expect(recordedInWords(1, 'OPSG', day, earlier)).toBe(
      'Recorded 1 view of OPSG. You look at 20 November 2026; they show from 25 November 2026, the day of the meeting.',
    );
  });
});
