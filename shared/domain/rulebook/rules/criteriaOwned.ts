import { fieldOf } from '../../findings/target.ts';
import { isBlank, joinWords } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { Criterion } from '../../records/criterion.ts';
import { judgeEachCriterion } from '../judgeEach.ts';
import type { Judgement, RecordContext, Rule } from '../rule.ts';
import { ownerOf, recordOf } from './criteriaMet.ts';

export const criteriaOwnedAndAssessed: Rule = {
  id: 'criteria.owned-and-assessed',
  area: 'criteria',
  severity: 'warning',
  basis: 'practice',
  clause: null,
  title: 'Each criterion has an owner and a status',
  meaning:
    'Somebody owns each criterion and has said how it stands; who calls it not applicable says why. Good practice, not a SEC rule.',
  formula: 'owner and self-status are stated, and a rationale where the status is not applicable',
  example: 'AC-07 has no owner: not met.',
  coverable: false,
  withoutSubjects: 'No acceptance criterion is recorded.',
  ...judgeEachCriterion((context, criterion) => [judge(context, criterion)]),
};

function judge(context: RecordContext, criterion: Criterion): Judgement {
  const key = criterion.reference;
  const unexplained = criterion.selfStatus === 'notApplicable' && isBlank(criterion.rationale);
  const lacks = [
    ...(isBlank(criterion.owner) ? [{ words: 'no owner', field: 'owner' }] : []),
    ...(criterion.selfStatus === null ? [{ words: 'no status', field: 'selfStatus' }] : []),
    ...(unexplained ? [{ words: 'no rationale for not being applicable', field: 'rationale' }] : []),
  ];
  const first = lacks[0];
  const base = { subject: key, restsOn: [recordOf(criterion)] };
  if (!first)
    return { ...base, outcome: 'met', sentence: `${key}: owned by ${theBody(ownerOf(criterion))} and assessed.` };
  const words = joinWords(lacks.map((lack) => lack.words));
  return {
    ...base,
    outcome: 'notMet',
    sentence: `${key}: ${words} (practice).`,
    mend: `Record the ${joinWords(lacks.map((lack) => lack.words.replace(/^no /, '')))} of ${key}.`,
    waitsFor: ownerOf(criterion),
    waitsUntil: criterion.due ?? context.submission.due,
    mendAt: fieldOf('criterion', criterion, first.field),
  };
}
