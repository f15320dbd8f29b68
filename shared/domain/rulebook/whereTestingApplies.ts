import { fieldOf, fieldOfRelease } from '../readiness/target.ts';
import { modificationKey } from '../records/recordKinds.ts';
import type { RuleContext } from './context/ruleContext.ts';
import type { Judgement } from './rule.ts';
import { uncapitalise } from './words.ts';

/**
 * The rules on the TAD and on testing (§5.1, §5.2) are judged only where something in scope impacts the systems; else
 * the one finding says why not, or what is missing to tell (`../shared/domain.md`, The rulebook).
 */
export function whereTestingApplies(
  context: RuleContext,
  what: string,
  judge: () => readonly Judgement[],
): readonly Judgement[] {
  const { answer, why } = context.testing;
  if (answer === 'yes') return judge();
  const restsOn = context.scope.modifications.map((modification) => `modification:${modificationKey(modification)}`);
  if (answer === 'no') return [{ outcome: 'notApplicable', restsOn, sentence: `${what} is not needed: ${why}.` }];
  const silent = context.scope.modifications.find((modification) => modification.impacts === null);
  return [
    {
      outcome: 'cannotTell',
      restsOn,
      sentence: `Nobody can tell whether ${uncapitalise(what)} is needed: ${why}.`,
      mend: 'State the impacts of each modification, or whether the release as a whole impacts the DCC Systems.',
      waitsFor: 'SECAS',
      mendAt: silent ? fieldOf('modification', silent, 'impacts') : fieldOfRelease('impactsDccSystems'),
    },
  ];
}
