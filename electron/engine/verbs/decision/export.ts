import type { CalendarDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../../../shared/domain/calendar/londonDay.ts';
import { fail } from '../../../../shared/domain/foundation/result.ts';
import type { DecisionIdentity } from '../../../../shared/domain/pack/packIdentity.ts';
import { type PackSnapshot, snapshotFormat, snapshotVersion } from '../../../../shared/domain/pack/packSnapshot.ts';
import { recordSnapshot } from '../../../../shared/domain/pack/record/recordFacts.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import type { ReleaseFacts } from '../../../../shared/domain/records/releaseFacts.ts';
import { goLiveInForce } from '../../../../shared/domain/rulebook/context/goLiveInForce.ts';
import { submissionStateOf } from '../../../../shared/domain/rulebook/context/submissionState.ts';
import { type FinalPack, readFinalPacks, standingFinal } from '../../../store/finalPacks.ts';
import { freeReference } from '../../../store/issuedPapers.ts';
import { askedOf } from '../../packs/asked.ts';
import { issue } from '../../packs/issue.ts';
import { paperRegister } from '../../packs/registers.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/** The record of the CSC's Go-Live decision (§5.3): what was asked and decided, in which words, under which conditions, on which pack. */
export const decisionExport = storeVerb('decision.export', async (context, store, input) => {
  const asked = askedOf(context, store, input);
  if (!asked.ok) return asked;
  const { facts, releaseId, name, asOf, out } = asked.value;
  const { date } = goLiveInForce(facts, asOf);
  const decision = submissionStateOf(facts, asOf, false, date).goLiveDecision;
  if (!decision)
    return fail(
      'notFound',
      `No Go-Live decision of the CSC on ${name} is recorded by then; record it first, with its outcome and exact wording.`,
      name,
    );
  const basis = basisOf(readFinalPacks(store.db, releaseId), facts, decision.on);
  const full = snapshotOf(store, facts, asOf, false);
  const snapshot: PackSnapshot = {
    format: snapshotFormat,
    version: snapshotVersion,
    identity: {
      reference: freeReference(store.db, releaseId, `CSC decision ${decision.on ?? asOf}`),
      final: true,
      number: null,
      edition: 'full',
      meeting: null,
      acceptedBlockers: null,
      appVersion: context.appVersion,
      document: { kind: 'decision', body: 'CSC', on: decision.on, ...basis },
    },
    ...recordSnapshot({ ...full, readiness: computeReadiness(full) }, decision),
  };
  const entry = { kind: 'decision', body: 'CSC', meeting: decision.on, pack: basis.pack?.reference ?? null } as const;
  const register = paperRegister(releaseId, snapshot, entry);
  return issue(context, store, { releaseId, snapshot, evidence: [], out, register });
});

/**
 * The final pack that was put to the meeting: the one the submission names, otherwise the last one, of those that were
 * issued by then. A pack that was issued afterwards is told as that, whatever earlier day it judges as of.
 */
function basisOf(
  finals: readonly FinalPack[],
  facts: ReleaseFacts,
  on: CalendarDate | null,
): Pick<DecisionIdentity, 'pack' | 'issuedLater'> {
  const issuedOn = (pack: FinalPack) => londonDay(Date.parse(pack.issuedAt));
  const isThere = (pack: FinalPack) => on === null || issuedOn(pack) <= on;
  const names = new Set(facts.submissions.filter((one) => one.meeting === on).map((one) => one.pack));
  const named = finals.filter((pack) => names.has(pack.reference));
  const earlier = finals.filter((pack) => on === null || pack.asOf <= on);
  const pack = named.findLast(isThere) ?? standingFinal(earlier.filter(isThere), on) ?? null;
  const later = [...(pack === null ? earlier : []), ...named].findLast((one) => !isThere(one));
  const told = later ? { issuedLater: { reference: later.reference, issuedOn: issuedOn(later) } } : {};
  if (pack === null) return { pack, ...told };
  const { reference, asOf, sha256, manifestSha256 } = pack;
  return { pack: { reference, asOf: asOf as CalendarDate, sha256, manifestSha256 }, ...told };
}
