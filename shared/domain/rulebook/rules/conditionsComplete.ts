import { fieldOf } from '../../findings/target.ts';
import { isBlank, joinWords, quoted, saying } from '../../foundation/words.ts';
import type { Condition } from '../../records/conditions.ts';
import { keyOf, recordName } from '../../records/recordKinds.ts';
import type { Judgement, Rule } from '../rule.ts';

export const conditionsComplete: Rule = {
  id: 'conditions.complete',
  area: 'conditions',
  severity: 'advice',
  basis: 'practice',
  clause: null,
  title: 'Conditions can be followed up',
  meaning:
    'Each condition of the decision that is not discharged names an owner, when it is due and what proves it. Good practice, not a SEC rule.',
  formula: 'owner, due and proof are stated for each undischarged condition',
  example: 'A condition has an owner and no due date: advice.',
  coverable: false,
  withoutSubjects: 'No undischarged condition is recorded.',
  evaluate: (context) => context.facts.conditions.filter((one) => one.dischargedOn === null).map(judge),
};

function judge(condition: Condition): Judgement {
  const record = recordName('condition', condition);
  const subject = keyOf('condition', condition);
  const name = conditionInWords(condition);
  const lacks = [
    ...(isBlank(condition.text) ? ['text'] : []),
    ...(isBlank(condition.owner) ? ['owner'] : []),
    ...(isUndated(condition) ? ['due'] : []),
    ...(isBlank(condition.proof) ? ['proof'] : []),
  ];
  const base = { subject, restsOn: [record] };
  if (lacks.length === 0)
    return { ...base, outcome: 'met', sentence: `${name}: owner, due date and proof are stated (practice).` };
  const words = joinWords(lacks.map((lack) => (lack === 'due' ? 'no due date' : `no ${lack}`)));
  return {
    ...base,
    outcome: 'notMet',
    sentence: `${name}: ${words} stated (practice).`,
    mend: `State the ${joinWords(lacks.map((lack) => (lack === 'due' ? 'due date' : lack)))} of the condition.`,
    waitsFor: 'SECAS',
    mendAt: fieldOf('condition', condition, lacks[0] as string),
  };
}

function isUndated(condition: Condition): boolean {
  const { due } = condition;
  return due === null || (due.when === null && due.daysFromGoLive === null && due.on === null);
}

/** `Condition “Fix the issue”`: how a finding names it. */
export function conditionInWords(condition: Condition): string {
  const words = isBlank(condition.text) ? '' : shorten(quoted(condition.text ?? ''));
  return words === '' ? 'A condition without text' : `Condition ${saying(words)}`;
}

/** Conditions are whole sentences; a finding names them by their beginning. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${[...line].slice(0, 79).join('')}…` : line;
}
