import { fieldOf, newRecord } from '../findings/target.ts';
import { joinFew } from '../foundation/words.ts';
import { modificationKey } from '../records/recordKinds.ts';
import type { RuleContext } from './context/ruleContext.ts';
import { withoutSystemImpacts } from './context/systemImpact.ts';
import type { Judgement } from './rule.ts';

/**
 * The rules on the TAD and on testing (§5.1, §5.2) are judged only where something in scope impacts the systems; else
 * the one finding says why not, or what is missing to tell (`docs/domain.md`, The rulebook). What is missing is
 * missing for all of them, so it is told in one sentence that they share.
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
  const sentence = `Cannot tell whether the TAD and notices of User testing are needed (§5.1, §5.2): ${why}.`;
  return [{ outcome: 'cannotTell', restsOn, sentence, waitsFor: 'SECAS', ...mendOf(context) }];
}

function mendOf(context: RuleContext): Pick<Judgement, 'mend' | 'mendAt'> {
  const { modifications } = context.scope;
  if (modifications.length === 0) {
    return { mend: 'Add the modifications that this release implements.', mendAt: newRecord('modification') };
  }
  const unstated = withoutSystemImpacts(context.scope);
  const users = modifications.filter((one) => one.impacts?.includes('userSystems'));
  const [first] = unstated.length > 0 ? unstated : users;
  const mendAt = first ? fieldOf('modification', first, 'impacts') : newRecord('modification');
  const names = joinFew((unstated.length > 0 ? unstated : users).map(modificationKey));
  const mend =
    unstated.length > 0
      ? `State the impacts of ${names} on DCC and User Systems.`
      : `Check whether ${names} ${users.length === 1 ? 'impacts' : 'impact'} the DCC Systems too, and add that to the impacts.`;
  return { mend, mendAt };
}
