import { yearOf } from '../../calendar/calendarDate.ts';
import { kindOfSlot } from '../../calendar/slots.ts';
import { fieldOf, fieldOfRelease } from '../../findings/target.ts';
import { capitalise, joinFew, joinWords } from '../../foundation/words.ts';
import type { Impact, Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import { releaseSchema } from '../../records/release.ts';
import { type GoLiveInForce, goLiveInForce } from '../context/goLiveInForce.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { kindOf } from '../kindOf.ts';
import type { Judgement, Rule } from '../rule.ts';
import type { OtherRelease } from '../snapshot.ts';

const specifications: readonly Impact[] = ['gbcs', 'smets', 'chts'];

export const typeTechnicalSpecificationsMark: Rule = {
  id: 'type.technical-specifications-mark',
  area: 'type',
  severity: 'warning',
  basis: 'guidance',
  clause: '§2',
  title: 'The Technical Specifications mark agrees with the impacts',
  meaning:
    'A Technical Specifications Release is a System Release with modifications that impact Schedule 8 (GBCS), 9 (SMETS) or 10 (CHTS). The mark says whether this is one; the impacts in scope must say the same.',
  formula: 'marked, if and only if a modification in scope impacts GBCS, SMETS or CHTS; and only on a System Release',
  example: 'MP150 impacts the GBCS and the release is marked: met. The same release unmarked: not met.',
  coverable: false,
  withoutSubjects: 'No modification is in scope, so there are no impacts for the mark to agree with.',
  evaluate: (context) => {
    if (context.scope.modifications.length > 0 || isMarkedDocumentation(context)) return [judgeMark(context)];
    const sentence = `${capitalise(context.scope.emptiness)}, so there are no impacts for the mark to agree with (§2).`;
    return [{ outcome: 'notApplicable', sentence }];
  },
};

/** Whatever its scope: a Technical Specifications Release is one of the System Releases (§2). */
function isMarkedDocumentation({ facts }: RuleContext): boolean {
  return facts.release.technicalSpecifications === true && kindOf(facts) === 'documentation';
}

function judgeMark(context: RuleContext): Judgement {
  const { modifications } = context.scope;
  const marked = context.facts.release.technicalSpecifications;
  const changing = modifications.filter((one) => one.impacts?.some((impact) => specifications.includes(impact)));
  const silent = modifications.filter((one) => one.impacts === null);
  const base = {
    restsOn: [context.releaseRecord, ...modifications.map((one) => recordName('modification', one))],
    waitsFor: 'SECAS',
    mend: 'Correct the mark of the release or the impacts of its modifications.',
    mendAt: fieldOfRelease('technicalSpecifications'),
  };
  if (marked === null) {
    const sentence = 'It is not stated whether this is a Technical Specifications Release (§2).';
    return {
      ...base,
      outcome: 'cannotTell',
      sentence,
      mend: 'State whether this is a Technical Specifications Release.',
    };
  }
  if (isMarkedDocumentation(context)) {
    const sentence =
      'This is marked as a Technical Specifications Release, which is one of the System Releases, not a Documentation Release (§2).';
    return { ...base, outcome: 'notMet', sentence };
  }
  if (changing.length > 0) {
    const what = `${namesOf(changing)} ${changing.length === 1 ? 'impacts' : 'impact'} the Technical Specifications`;
    if (marked)
      return { ...base, outcome: 'met', sentence: `Marked as a Technical Specifications Release: ${what} (§2).` };
    return {
      ...base,
      outcome: 'notMet',
      sentence: `Not marked as a Technical Specifications Release, although ${what} (§2).`,
    };
  }
  if (silent.length > 0) {
    const sentence = `Cannot tell whether the Technical Specifications mark is right: the impacts of ${namesOf(silent)} are not stated (§2).`;
    const mendAt = silent[0] ? fieldOf('modification', silent[0], 'impacts') : base.mendAt;
    return { ...base, outcome: 'cannotTell', sentence, mend: `State the impacts of ${namesOf(silent)}.`, mendAt };
  }
  if (marked) {
    const sentence =
      'Marked as a Technical Specifications Release, although nothing in scope impacts the GBCS, SMETS or CHTS (§2).';
    return { ...base, outcome: 'notMet', sentence };
  }
  return {
    ...base,
    outcome: 'met',
    sentence:
      'Not marked as a Technical Specifications Release, and nothing in scope impacts the GBCS, SMETS or CHTS (§2).',
  };
}

function namesOf(modifications: readonly Modification[]): string {
  return joinFew(modifications.map(modificationKey));
}

export const typeOneTechnicalSpecificationsAYear: Rule = {
  id: 'type.one-technical-specifications-a-year',
  area: 'type',
  severity: 'warning',
  basis: 'reading',
  clause: '§2',
  title: 'One Technical Specifications Release a year',
  meaning:
    'Technical Specifications Releases are limited to one a year. We read this as the calendar year of the slot (of the Go-Live date, for an ad-hoc release). Only the releases in this store can be looked at, and the sentence says how many those are.',
  formula: 'no other release in this store with the mark and the same year',
  example: 'June 2026 is marked and November 2026 is too: not met, in both.',
  coverable: false,
  withoutSubjects: 'This is not marked as a Technical Specifications Release.',
  evaluate: (context) => {
    const marked = context.facts.release.technicalSpecifications;
    if (marked === false || (marked === null && kindOf(context.facts) === 'documentation')) return [];
    return [judgeYear(context, marked)];
  },
};

function judgeYear(context: RuleContext, marked: true | null): Judgement {
  const base = {
    restsOn: [context.releaseRecord],
    waitsFor: 'SECAS',
    mend: 'Keep the mark on one System Release of the year.',
    mendAt: fieldOfRelease('technicalSpecifications'),
  };
  if (marked === null) {
    const sentence =
      'It is not stated whether this is a Technical Specifications Release, of which there is one a year (§2).';
    return {
      ...base,
      outcome: 'cannotTell',
      sentence,
      mend: 'State whether this is a Technical Specifications Release.',
    };
  }
  const year = yearOfRelease(context.facts.release.slot, context.goLive);
  if (year === null) {
    const sentence =
      'Cannot tell in which year this Technical Specifications Release falls: neither a slot nor a Go-Live date is recorded (§2).';
    return {
      ...base,
      outcome: 'cannotTell',
      sentence,
      mend: 'Record the Go-Live date.',
      mendAt: fieldOfRelease('goLive.approvedDate'),
    };
  }
  const sameYear = context.otherReleases.filter((other) => yearOfOther(context, other) === year);
  const others = sameYear.filter((other) => other.technicalSpecifications === true);
  const count = context.otherReleases.length + 1;
  const among =
    count === 1 ? 'in this store, which holds no other release' : `among the ${count} releases in this store`;
  if (others.length > 0) {
    const sentence = `Not the only Technical Specifications Release of ${year}: ${joinWords(sorted(others))} ${others.length === 1 ? 'is' : 'are'} marked too; there is one a year (§2).`;
    return { ...base, outcome: 'notMet', sentence };
  }
  const silent = sameYear.filter(
    (other) => other.technicalSpecifications === null && kindOfOther(other) !== 'documentation',
  );
  if (silent.length > 0) {
    const sentence = `Cannot tell whether this is the only Technical Specifications Release of ${year}: ${joinFew(sorted(silent))} ${silent.length === 1 ? 'does' : 'do'} not state the mark (§2).`;
    return {
      ...base,
      outcome: 'cannotTell',
      sentence,
      mend: `State for ${joinFew(sorted(silent))} whether ${silent.length === 1 ? 'it is a Technical Specifications Release' : 'they are Technical Specifications Releases'}.`,
    };
  }
  const undated = context.otherReleases.filter(
    (other) => other.technicalSpecifications === true && yearOfOther(context, other) === null,
  );
  const unknown =
    undated.length === 0
      ? ''
      : `; ${joinFew(sorted(undated))} ${undated.length === 1 ? 'is' : 'are'} marked too, and in which year is not recorded`;
  const sentence = `The one Technical Specifications Release of the year: no other in ${year} ${among}${unknown} (§2).`;
  return { ...base, outcome: 'met', sentence };
}

/** The calendar year of the slot; of an ad-hoc release that of the day on which it goes live, or did. */
function yearOfRelease(slot: OtherRelease['slot'], goLive: Pick<GoLiveInForce, 'date'>): number | null {
  if (slot) return Number(slot.slice(0, 4));
  return goLive.date ? yearOf(goLive.date) : null;
}

function yearOfOther({ asOf }: RuleContext, { slot, approvedDate, goLive }: OtherRelease): number | null {
  if (slot) return yearOfRelease(slot, { date: null });
  const recorded = releaseSchema.shape.goLive.parse({ approvedDate, ...goLive });
  return yearOfRelease(slot, goLiveInForce({ release: { slot, goLive: recorded } }, asOf));
}

function kindOfOther(other: OtherRelease): string | null {
  return other.kind ?? (other.slot ? kindOfSlot(other.slot) : null);
}

function sorted(others: readonly OtherRelease[]): readonly string[] {
  return others.map((other) => other.name).toSorted();
}
