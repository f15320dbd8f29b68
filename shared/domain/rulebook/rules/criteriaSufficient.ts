import { formatDate } from '../../calendar/calendarDate.ts';
import type { Criterion } from '../../records/criterion.ts';
import type { Evidence } from '../../records/evidence.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { Judgement, Rule } from '../rule.ts';
import { countOf, joinFew, joinWords } from '../words.ts';
import { evidenceRecord, nameOf } from './criteriaEvidenced.ts';
import { ownerOf, recordOf } from './criteriaMet.ts';

export const criteriaSufficient: Rule = {
  id: 'criteria.sufficient',
  severity: 'warning',
  basis: 'practice',
  clause: null,
  title: "Evidence satisfies the criterion's own needs",
  meaning:
    'Where a criterion states what evidence it needs (how many items, of which kinds, how recent, independent or not), its current accepted evidence satisfies that. Good practice, not a SEC rule; judged when the criterion claims to be met and at the final submission.',
  formula: 'current accepted evidence has the number, kinds, dates and independence that the criterion asks for',
  example: 'AC-01 needs two items of which one is independent, and has one: not met.',
  coverable: false,
  withoutSubjects: 'No criterion states what evidence it needs.',
  *evaluate(context) {
    for (const criterion of context.applicable) yield* judgeSufficient(context, criterion);
  },
};

/** What lacks, in words; *unknown* where only missing data stands in the way. */
interface Lack {
  readonly words: string;
  readonly unknown: boolean;
}

function judgeSufficient(context: RuleContext, criterion: Criterion): readonly Judgement[] {
  const { needs, reference: key } = criterion;
  if (!needs || !statesNeeds(needs)) return [];
  const accepted = context.evidence.ofCriterion(key).filter((evidence) => evidence.status === 'accepted');
  const lacks = lacksOf(needs, accepted);
  const base = {
    subject: key,
    restsOn: [recordOf(criterion), ...accepted.map(evidenceRecord)],
    waitsFor: ownerOf(criterion),
    waitsUntil: criterion.due ?? context.submission.due,
    mendAt: `${recordOf(criterion)}#needs`,
  };
  if (lacks.length === 0)
    return [{ ...base, outcome: 'met', sentence: `${key}: its evidence is what it asks for (practice).` }];
  const words = joinWords(lacks.map((lack) => lack.words));
  if (lacks.every((lack) => lack.unknown)) {
    const sentence = `${key}: nobody can tell whether its evidence is what it asks for: ${words} (practice).`;
    return [{ ...base, outcome: 'cannotTell', sentence, mend: 'Complete the data of the evidence.' }];
  }
  const mend = `Add accepted evidence for ${key}: it lacks ${words}.`;
  if (criterion.selfStatus === 'met' || context.submission.passed) {
    return [{ ...base, outcome: 'notMet', sentence: `${key}: its evidence lacks ${words} (practice).`, mend }];
  }
  return [
    {
      ...base,
      due: context.submission.due,
      outcome: 'notDue',
      sentence: `${key}: its evidence still lacks ${words} (practice).`,
      mend,
    },
  ];
}

type Needs = NonNullable<Criterion['needs']>;

function statesNeeds(needs: Needs): boolean {
  return (
    (needs.minimumItems ?? 0) > 0 ||
    (needs.kinds ?? []).length > 0 ||
    needs.effectiveOnOrAfter !== null ||
    needs.independent === true
  );
}

function lacksOf(needs: Needs, accepted: readonly Evidence[]): readonly Lack[] {
  const since = needs.effectiveOnOrAfter;
  const recent = accepted.filter((one) => since === null || (one.effectiveOn !== null && one.effectiveOn >= since));
  const undated = since === null ? [] : accepted.filter((one) => one.effectiveOn === null);
  return [
    ...countLack(needs, recent, undated),
    ...kindLacks(needs, recent, undated),
    ...independenceLack(needs, recent, undated),
  ];
}

function countLack(needs: Needs, recent: readonly Evidence[], undated: readonly Evidence[]): readonly Lack[] {
  const since = needs.effectiveOnOrAfter;
  const minimum = Math.max(needs.minimumItems ?? 0, since === null ? 0 : 1);
  if (recent.length >= minimum) return [];
  const dated = since === null ? '' : ` effective on or after ${formatDate(since)}`;
  const unknown = recent.length + undated.length >= minimum;
  if (unknown) return [{ words: `the effective date of ${joinFew(undated.map(nameOf))} is not recorded`, unknown }];
  return [{ words: `${countOf(minimum - recent.length, 'accepted item')}${dated}`, unknown }];
}

function kindLacks(needs: Needs, recent: readonly Evidence[], undated: readonly Evidence[]): readonly Lack[] {
  return [...new Set(needs.kinds ?? [])].flatMap((kind): readonly Lack[] => {
    const has = (items: readonly Evidence[]) => items.some((one) => plain(one.kind ?? '') === plain(kind));
    if (has(recent)) return [];
    const silent = [
      ...recent.filter((one) => one.kind === null),
      ...undated.filter((one) => one.kind === null || plain(one.kind) === plain(kind)),
    ];
    if (silent.length === 0) return [{ words: `an accepted item of kind ${kind.trim()}`, unknown: false }];
    return [
      {
        words: `it is not recorded whether ${joinFew(silent.map(nameOf))} is of kind ${kind.trim()} and recent enough`,
        unknown: true,
      },
    ];
  });
}

function independenceLack(needs: Needs, recent: readonly Evidence[], undated: readonly Evidence[]): readonly Lack[] {
  if (needs.independent !== true || recent.some((one) => one.independent === true)) return [];
  const silent = [
    ...recent.filter((one) => one.independent === null),
    ...undated.filter((one) => one.independent !== false),
  ];
  if (silent.length === 0) return [{ words: 'an independent item', unknown: false }];
  return [{ words: `it is not recorded whether ${joinFew(silent.map(nameOf))} is independent`, unknown: true }];
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
