import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease, newRecord, type Target } from '../../findings/target.ts';
import { sortNaturally } from '../../foundation/naturalOrder.ts';
import { joinWords } from '../../foundation/words.ts';
import { matchingKey } from '../../importing/modificationCell.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { fellOutBy, isApproved, wasInScope } from '../context/scopeIndex.ts';
import type { Judgement, Rule } from '../rule.ts';
import type { OtherModification } from '../snapshot.ts';

export const scopeComplete: Rule = {
  id: 'scope.complete',
  area: 'scope',
  severity: 'warning',
  basis: 'guidance',
  clause: '§4.2',
  title: 'What is approved for this date is in scope',
  meaning:
    'Once a modification has been approved it falls into the scope of the corresponding SEC Release. Of the modifications recorded in this store, one that is approved for a Go-Live date of this release and is in the scope of no release is named; one that is in another release, or was delayed since, is not.',
  formula: 'no modification approved for a Go-Live date of this release is out of every scope recorded here',
  example: 'MP129 is approved for 25 June 2026 and was taken out of the June 2026 SEC Release: not met.',
  coverable: false,
  withoutSubjects: 'There is no release to judge.',
  evaluate: (context) => {
    const { dates } = context.goLive;
    if (dates.length === 0) {
      return [
        {
          outcome: 'cannotTell',
          restsOn: [context.releaseRecord],
          sentence: 'Cannot tell what is approved for this release: no Go-Live date is recorded (§4.2).',
          mend: 'Record the Go-Live date, or choose the slot of the release.',
          waitsFor: 'SECAS',
          mendAt: fieldOfRelease('goLive.approvedDate'),
        },
      ];
    }
    const missing = missingOf(context);
    if (missing.length > 0) return missing.map((one) => judgeMissing(context, one));
    const days = joinWords(dates.map(formatDate), 'or');
    const sentence = `No modification recorded here is approved for ${days} and out of every scope (§4.2).`;
    return [{ outcome: 'met', restsOn: [context.releaseRecord], sentence }];
  },
};

interface Missing {
  readonly key: string;
  /** The same for every way of writing the reference. */
  readonly match: string;
  readonly on: CalendarDate;
  readonly record: string;
  readonly mendAt: Target;
}

/** Approved for a date of this release, and neither in its scope nor in that of another release. */
function missingOf(context: RuleContext): readonly Missing[] {
  const own = context.facts.modifications.flatMap((one): Missing[] => {
    const on = approvedFor(context, one);
    // A recorded removal is what says that it is out, whatever the tick says.
    const mendAt = fieldOf('modification', one, one.removedFromScopeOn === null ? 'inScope' : 'removedFromScopeOn');
    return on === null
      ? []
      : [{ key: modificationKey(one), match: matchingKey(one), on, record: recordName('modification', one), mendAt }];
  });
  const others = context.otherReleases.flatMap((other) =>
    (other.modifications ?? []).flatMap((one): Missing[] => {
      const on = approvedFor(context, one);
      const key = modificationKey(one);
      const mendAt = newRecord('modification', key);
      return on === null ? [] : [{ key, match: matchingKey(one), on, record: `release:${other.name}`, mendAt }];
    }),
  );
  const taken = new Set([
    ...[...context.scope.modifications, ...context.scope.planned].map(matchingKey),
    ...context.otherReleases.flatMap((other) =>
      (other.modifications ?? []).filter((one) => isTaken(context, one)).map(matchingKey),
    ),
    ...delayedOf(context),
  ]);
  const byKey = new Map([...others, ...own].map((one) => [one.match, one]));
  return sortNaturally(
    [...byKey.values()].filter((one) => !taken.has(one.match)),
    (one) => one.key,
  );
}

/** It is in the scope of another release, or recorded to join it. */
function isTaken(context: RuleContext, one: OtherModification): boolean {
  const joins = one.addedToScopeOn;
  return wasInScope(one, joins !== null && joins > context.asOf ? joins : context.asOf);
}

function delayedOf(context: RuleContext): readonly string[] {
  const all = [...context.facts.modifications, ...context.otherReleases.flatMap((other) => other.modifications ?? [])];
  return all.filter((one) => fellOutBy(one, context.asOf)).map(matchingKey);
}

function approvedFor(context: RuleContext, one: OtherModification): CalendarDate | null {
  const { implementationDate: on, implementationDateSet: set } = one;
  if (on === null || !context.hasHappened(set?.on ?? null) || !context.goLive.dates.includes(on)) return null;
  return isApproved(one, context.asOf) === true ? on : null;
}

function judgeMissing(context: RuleContext, { key, on, record, mendAt }: Missing): Judgement {
  return {
    outcome: 'notMet',
    subject: key,
    restsOn: [context.releaseRecord, record],
    sentence: `${key}: approved for ${formatDate(on)}, a Go-Live date of this release, and in the scope of no release recorded here (§4.2).`,
    mend: `Add ${key} to the scope, or have its implementation date set anew.`,
    waitsFor: 'SECAS',
    mendAt,
  };
}
