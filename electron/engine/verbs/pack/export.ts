import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { publicEdition } from '../../../../shared/domain/pack/editions/publicEdition.ts';
import type { PackIdentity } from '../../../../shared/domain/pack/packIdentity.ts';
import { type PackSnapshot, snapshotFormat, snapshotVersion } from '../../../../shared/domain/pack/packSnapshot.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { ruleContextOf } from '../../../../shared/domain/rulebook/context/ruleContext.ts';
import { decidingMeetingOf } from '../../../../shared/domain/rulebook/decidingMeeting.ts';
import { inTransaction } from '../../../store/db.ts';
import { nextPackNumber } from '../../../store/finalPacks.ts';
import { ensureKeys } from '../../../store/keyFile.ts';
import { signHead } from '../../../store/signedHead.ts';
import { askedOf } from '../../packs/asked.ts';
import { exportEditionOfFinal } from '../../packs/edition.ts';
import { heldUpBy } from '../../packs/heldUp.ts';
import { asPack, issue } from '../../packs/issue.ts';
import { pastOf } from '../../packs/past.ts';
import { packsBefore } from '../../packs/previous.ts';
import { finalRegister } from '../../packs/registers.ts';
import { evidenceSources, packReference } from '../../packs/sources.ts';
import { signedBefore } from '../../signatures.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/**
 * The pack as a draft, or issued as a final. A final with open blockers is refused, and then nothing is written, unless
 * the reason for issuing it is given; that reason is printed.
 */
export const packExport = storeVerb('pack.export', async (context, store, input) => {
  const asked = askedOf(context, store, input);
  if (!asked.ok) return asked;
  const { facts, releaseId, name, asOf, out } = asked.value;
  const edition = input.edition ?? 'full';
  if (input.final && edition !== 'full' && input.acceptBlockers !== null)
    return fail(
      'invalidInput',
      'Another edition of a final pack shows what that pack shows, its reason for issuing too; give none (--accept-blockers in a terminal).',
      'acceptBlockers',
    );
  if (input.final && edition !== 'full')
    return exportEditionOfFinal(context, store, { releaseId, name, edition, out, asOf: input.asOf });
  const snapshot = snapshotOf(store, facts, asOf, input.final);
  const readiness = computeReadiness(snapshot);
  const { blockers, sha256 } = heldUpBy(readiness.findings);
  if (input.final && blockers.length > 0 && input.acceptBlockers === null) {
    const first = blockers[0]?.sentence ?? '';
    const others = blockers.length > 1 ? ` and ${blockers.length - 1} more` : '';
    return fail(
      'blocked',
      `A final pack cannot be issued while a blocker is open (${first.replace(/\.$/, '')}${others}); mend it, or give the reason for issuing it all the same (--accept-blockers in a terminal).`,
      name,
    );
  }
  if (input.final && input.shownBlockers !== undefined && input.shownBlockers !== sha256)
    return fail(
      'conflict',
      'What holds this final up is no longer what it was when its reason was given, so nothing was issued; look at it as it stands now, and give the reason for that.',
      name,
    );
  const number = input.final ? nextPackNumber(store.db, releaseId) : null;
  const past = await pastOf(context, store, releaseId, snapshot);
  if (!past.ok) return past;
  const identity: PackIdentity = {
    reference: `${packReference(store, facts, number)}${edition === 'full' ? '' : `, ${edition}`}`,
    final: input.final,
    number,
    edition,
    meeting: decidingMeetingOf(ruleContextOf(snapshot)),
    // A draft is not issued, and nobody accepted anything in it.
    acceptedBlockers: input.final && blockers.length > 0 ? input.acceptBlockers : null,
    appVersion: context.appVersion,
    ...past.value,
  };
  const whole: PackSnapshot = {
    format: snapshotFormat,
    version: snapshotVersion,
    identity,
    ...snapshot,
    readiness,
    ...signedBefore(store.db, facts, snapshot.asOf),
    ...(input.final ? { history: inTransaction(store.db, (db) => signHead(db, ensureKeys(db))) } : {}),
  };
  const before = edition === 'public' ? await packsBefore(context, store, identity) : ok(new Map());
  if (!before.ok) return before;
  const pack = edition === 'public' ? publicEdition(whole, before.value) : whole;
  const evidence = evidenceSources(store, facts);
  if (!evidence.ok) return evidence;
  const register = number === null ? null : finalRegister(releaseId, name, number, pack);
  const issued = await issue(context, store, { releaseId, snapshot: pack, evidence: evidence.value, out, register });
  return issued.ok ? ok(asPack(issued.value, input.final)) : issued;
});
