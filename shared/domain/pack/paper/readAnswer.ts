import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../foundation/result.ts';
import { joinWords } from '../../foundation/words.ts';
import { readDate } from '../../importing/readDate.ts';
import { readWord, vocabularies } from '../../importing/words.ts';
import type { Position } from '../../records/committees.ts';
import type { Criterion } from '../../records/criterion.ts';
import { meetingFields, viewField } from './answerFields.ts';

/** What a body answered to one criterion; a part that was left empty is null, conditions []. */
interface AnsweredCriterion {
  readonly criterion: Criterion;
  readonly position: Position;
  readonly words: string | null;
  readonly conditions: readonly string[];
}

/** A paper's form as it was filled in. */
export interface Answer {
  readonly answered: readonly AnsweredCriterion[];
  /** The criteria that no position is given on. */
  readonly missing: readonly Criterion[];
  /** What was filled in and says nothing without what is missing, a sentence each. */
  readonly notes: readonly string[];
  readonly meeting: { readonly on: CalendarDate | null; readonly reference: string | null; readonly by: string | null };
}

/**
 * The answers in a form's fields, in the order of the criteria.
 * @param criteria those of the paper, as it showed them
 * @returns invalidInput, naming the field, where a value is none that the form offers
 */
export function readAnswer(values: Readonly<Record<string, string>>, criteria: readonly Criterion[]): Result<Answer> {
  const answered: AnsweredCriterion[] = [];
  const missing: Criterion[] = [];
  const notes: string[] = [];
  for (const criterion of criteria) {
    const { reference } = criterion;
    const said = textIn(values, viewField(criterion, 'position'));
    const words = textIn(values, viewField(criterion, 'words'));
    const conditions = conditionsIn(textIn(values, viewField(criterion, 'conditions')));
    if (said === null) {
      missing.push(criterion);
      const written = [...(words === null ? [] : ['words']), ...(conditions.length === 0 ? [] : ['conditions'])];
      if (written.length > 0)
        notes.push(
          `On ${reference} there are ${joinWords(written)}, and no position is ticked; they are not recorded.`,
        );
      continue;
    }
    const position = positionIn(said);
    if (position === null)
      return fail(
        'invalidInput',
        `On ${reference}, “${said.slice(0, 60)}” is none of the positions that the form offers; tick one and read the file again.`,
        viewField(criterion, 'position'),
      );
    answered.push({ criterion, position, words, conditions });
  }
  const on = dayIn(textIn(values, meetingFields.on));
  if (!on.ok) return on;
  const meeting = {
    on: on.value,
    reference: textIn(values, meetingFields.reference),
    by: textIn(values, meetingFields.by),
  };
  return ok({ answered, missing, notes, meeting });
}

function textIn(values: Readonly<Record<string, string>>, name: string): string | null {
  const text = Object.hasOwn(values, name) ? (values[name] ?? '') : '';
  const tidy = text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '').trim();
  return tidy === '' ? null : tidy;
}

function positionIn(said: string): Position | null {
  const vocabulary = vocabularies.position;
  return (vocabulary ? (readWord(vocabulary, said) ?? null) : null) as Position | null;
}

function dayIn(said: string | null): Result<CalendarDate | null> {
  if (said === null) return ok(null);
  const read = readDate(said, 'dayFirst');
  if (read.kind === 'value') return ok(read.value);
  const why = read.kind === 'refused' ? read.why : 'there is no date';
  return fail('invalidInput', `In “Meeting held on”, ${why}; nothing was recorded.`, meetingFields.on);
}

/** Each on a line of its own, with or without a bullet or a number before it. */
function conditionsIn(text: string | null): readonly string[] {
  const lines = (text ?? '').split('\n').map((line) => line.replace(/^\s*(?:[-–•*]|\(?\d{1,2}[.)])\s+/, '').trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
