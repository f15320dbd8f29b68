import { fieldOf, fieldOfRelease, type Target } from '../../findings/target.ts';
import { assertNever } from '../../foundation/assertNever.ts';
import { capitalise } from '../../foundation/words.ts';
import type { Modification } from '../../records/modification.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { withoutSystemImpacts } from '../context/systemImpact.ts';
import { kindOf } from '../kindOf.ts';
import type { Judgement, Rule } from '../rule.ts';

export const typeDocumentationNoDccImpact: Rule = {
  id: 'type.documentation-no-dcc-impact',
  area: 'type',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§2',
  title: 'A Documentation Release does not impact the DCC Systems',
  meaning:
    'A SEC Documentation Release consists of modifications that only impact SEC documentation and do not impact the DCC Systems. An impact on Users is allowed. No decision can cover this.',
  formula: 'nothing in scope of a Documentation Release impacts the DCC Systems',
  example: 'MP102A impacts the DCC Systems and is in the February 2026 SEC Release: not met.',
  coverable: false,
  withoutSubjects: 'This is a System Release, which may impact the DCC Systems.',
  evaluate: (context) => {
    const kind = kindOf(context.facts);
    if (kind === 'system') return [];
    const restsOn = [context.releaseRecord, ...namesOf(context.scope.modifications)];
    if (kind === null) {
      return [
        {
          outcome: 'cannotTell',
          restsOn,
          sentence: 'It is not stated whether this is a System or a Documentation Release (§2).',
          mend: 'State the type of the release.',
          waitsFor: 'SECAS',
          mendAt: fieldOfRelease('kind'),
        },
      ];
    }
    const { answer, why } = context.dccImpact;
    switch (answer) {
      case 'yes':
        return [
          {
            outcome: 'notMet',
            restsOn,
            sentence: `A Documentation Release does not impact the DCC Systems, but ${why} (§2).`,
            mend: 'Move what impacts the DCC Systems to a System Release, or correct the impacts or the type of the release.',
            waitsFor: 'SECAS',
            mendAt: impactingOf(context),
          },
        ];
      case 'no':
        return [
          {
            outcome: 'met',
            restsOn,
            sentence: `This Documentation Release does not impact the DCC Systems: ${why} (§2).`,
          },
        ];
      case 'unknown':
        return [unknownImpact(context, 'this Documentation Release', '§2', restsOn)];
      default:
        return assertNever(answer);
    }
  },
};

export const typeAdHocDccImpact: Rule = {
  id: 'type.ad-hoc-dcc-impact',
  area: 'type',
  severity: 'advice',
  basis: 'guidance',
  clause: '§3',
  title: 'DCC impact kept to scheduled releases',
  meaning:
    'Ad-hoc releases may hold modifications that impact the DCC Systems, but the intent is to limit those to the scheduled System Releases wherever possible.',
  formula: 'nothing in scope of an ad-hoc release impacts the DCC Systems',
  example: 'An ad-hoc release in March holds MP105, which impacts the DCC Systems: advice.',
  coverable: false,
  withoutSubjects: 'This is a scheduled release.',
  evaluate: (context) => {
    if (!context.adHoc) return [];
    const { answer, why } = context.dccImpact;
    const restsOn = [context.releaseRecord, ...namesOf(context.scope.modifications)];
    if (answer === 'unknown') {
      return [unknownImpact(context, 'this ad-hoc release', '§3', restsOn)];
    }
    if (answer === 'no') return [{ outcome: 'met', restsOn, sentence: `${capitalise(why)} (§3).` }];
    return [
      {
        outcome: 'notMet',
        restsOn,
        sentence: `This is an ad-hoc release, and ${why}; such modifications are to be limited to the scheduled System Releases wherever possible (§3).`,
        mend: 'Consider a scheduled System Release for what impacts the DCC Systems.',
        waitsFor: 'CSC',
        mendAt: fieldOfRelease('slot'),
      },
    ];
  },
};

export const typeAdHocReason: Rule = {
  id: 'type.ad-hoc-reason',
  area: 'type',
  severity: 'advice',
  basis: 'reading',
  clause: '§3',
  title: 'The reason for an ad-hoc release is recorded',
  meaning:
    'Ad-hoc releases occur where it is not appropriate or efficient to implement a modification in a scheduled release. We read this as: somebody can say why.',
  formula: 'the reason of an ad-hoc release is not blank',
  example: 'An ad-hoc release without a recorded reason: advice.',
  coverable: false,
  withoutSubjects: 'This is a scheduled release, which needs no reason.',
  evaluate: (context) => {
    if (!context.adHoc) return [];
    const reason = context.facts.release.adHocReason?.trim() ?? '';
    const restsOn = [context.releaseRecord];
    if (reason !== '')
      return [{ outcome: 'met', restsOn, sentence: 'The reason for an ad-hoc release is recorded (§3).' }];
    return [
      {
        outcome: 'notMet',
        restsOn,
        sentence: 'No reason is recorded why this ad-hoc release is not a scheduled one (§3).',
        mend: 'Record why a scheduled release would not be appropriate or efficient.',
        waitsFor: 'SECAS',
        mendAt: fieldOfRelease('adHocReason'),
      },
    ];
  },
};

function namesOf(modifications: readonly Modification[]): string[] {
  return modifications.map((modification) => recordName('modification', modification));
}

/** The modification whose impacts say so, else the statement for the release as a whole. */
function impactingOf({ scope }: RuleContext): Target {
  const impacting = scope.modifications.find((modification) => modification.impacts?.includes('dccSystems'));
  return impacting ? fieldOf('modification', impacting, 'impacts') : fieldOfRelease('impactsDccSystems');
}

function unknownImpact(context: RuleContext, what: string, clause: string, restsOn: string[]): Judgement {
  const silent = withoutSystemImpacts(context.scope)[0];
  const whole = 'state whether the release as a whole impacts the DCC Systems';
  const first =
    context.scope.modifications.length === 0
      ? 'Add the modifications that this release implements'
      : 'State the impacts of each modification';
  return {
    outcome: 'cannotTell',
    restsOn,
    sentence: `Cannot tell whether ${what} impacts the DCC Systems: ${context.dccImpact.why} (${clause}).`,
    mend: `${first}, or ${whole}.`,
    waitsFor: 'SECAS',
    mendAt: silent ? fieldOf('modification', silent, 'impacts') : fieldOfRelease('impactsDccSystems'),
  };
}
