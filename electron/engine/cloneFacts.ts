import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { kindOfSlot, nameOfSlot, type Slot } from '../../shared/domain/calendar/slots.ts';
import { carriedFields, carriesOver } from '../../shared/domain/catalogue/carried.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { dueDayOf } from '../../shared/domain/records/conditionDue.ts';
import type { Condition } from '../../shared/domain/records/conditions.ts';
import { listKinds, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease, inflateRelease } from '../../shared/domain/records/releaseRecord.ts';
import { goLiveOf } from '../../shared/domain/rulebook/conditionGoLive.ts';
import { goLiveInForce } from '../../shared/domain/rulebook/context/goLiveInForce.ts';
import { decisionOfCondition } from '../../shared/domain/rulebook/decisionOfCondition.ts';

/**
 * What carries over to the next release, as the catalogue says field by field: the criteria as worded and owned, whom they
 * concern, what testing needs, and the conditions that nobody has discharged as of `asOf` (`docs/domain.md`, Conditions).
 */
export function clonedFacts(facts: ReleaseFacts, slot: Slot, asOf: CalendarDate): ReleaseFacts {
  const identity = { name: nameOfSlot(slot), kind: kindOfSlot(slot), slot };
  const clone = inflateRelease(null, { ...carriedFields('release', flattenRelease(facts)), ...identity });
  const goingOn = { ...facts, conditions: carriedConditions(facts, asOf) };
  for (const kind of listKinds.filter(carriesOver)) {
    const records = recordsOf(goingOn, kind).map((record) => carriedFields(kind, record));
    place(clone, recordKinds[kind].path, records);
  }
  return releaseFactsSchema.parse(clone);
}

function place(facts: Record<string, unknown>, path: readonly string[], records: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) facts[head] = records;
  else {
    facts[head] ??= {};
    place(facts[head] as Record<string, unknown>, rest, records);
  }
}

/** A condition counted from its own Go-Live falls due on the same day wherever it is carried, and says where it came from. */
function carriedConditions(facts: ReleaseFacts, asOf: CalendarDate): Condition[] {
  const goLive = goLiveInForce(facts, asOf);
  const open = facts.conditions.filter(({ dischargedOn }) => dischargedOn === null || dischargedOn > asOf);
  return open.map((condition) => {
    const decision = decisionOfCondition(condition, facts, asOf);
    return {
      ...condition,
      due: carriedDue(condition.due, goLiveOf(condition, { facts, asOf, goLive })),
      source: {
        paper: condition.source?.paper ?? null,
        body: condition.source?.body ?? decision?.body ?? null,
        criterion: condition.source?.criterion ?? null,
        release: condition.source?.release ?? facts.release.name,
        decidedOn: condition.source?.decidedOn ?? decision?.on ?? null,
      },
    };
  });
}

function carriedDue(due: Condition['due'], goLive: CalendarDate | null): Condition['due'] {
  const on = due?.on === null ? dueDayOf(due, goLive) : null;
  return on === null ? due : { when: null, daysFromGoLive: null, on };
}
