import { resolve } from 'node:path';
import { openBlockers } from '../../../../shared/domain/findings/finding.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { publicEdition } from '../../../../shared/domain/pack/editions/publicEdition.ts';
import type { PackIdentity } from '../../../../shared/domain/pack/packIdentity.ts';
import { type PackSnapshot, snapshotFormat, snapshotVersion } from '../../../../shared/domain/pack/packSnapshot.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { putFile } from '../../../store/attachments.ts';
import { inTransaction } from '../../../store/db.ts';
import { nextPackNumber, registerFinalPack } from '../../../store/finalPacks.ts';
import { ensureKeys } from '../../../store/keyFile.ts';
import type { Store } from '../../../store/openStore.ts';
import { signHead } from '../../../store/signedHead.ts';
import { noteEvent } from '../../changes.ts';
import type { EngineContext } from '../../context.ts';
import { exportEditionOfFinal } from '../../packs/edition.ts';
import { type MadeFile, makeFile } from '../../packs/make.ts';
import { pastOf } from '../../packs/past.ts';
import { factsBefore } from '../../packs/previous.ts';
import { evidenceSources, meetingOf, packReference, problemWithTarget } from '../../packs/sources.ts';
import { readRelease } from '../../releaseByName.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { transact } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/**
 * Snapshot → pages → temporary file → fsync → rename → ledger entry with its hash. A final with open blockers is
 * refused, and then nothing is written, unless the reason for issuing it is given; that reason is printed.
 */
export const packExport = storeVerb('pack.export', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { facts, id: releaseId, name } = found.value;
  const out = resolve(input.out);
  const unwritable = problemWithTarget(out);
  if (unwritable) return fail('invalidInput', unwritable, input.out);
  const edition = input.edition ?? 'full';
  if (input.final && edition !== 'full')
    return exportEditionOfFinal(context, store, { releaseId, name, edition, out, asOf: input.asOf });
  const snapshot = snapshotOf(store, facts, input.asOf ?? context.today(), input.final);
  const readiness = computeReadiness(snapshot);
  const blockers = openBlockers(readiness.findings);
  if (input.final && blockers.length > 0 && input.acceptBlockers === null) {
    const first = blockers[0]?.sentence ?? '';
    const others = blockers.length > 1 ? ` and ${blockers.length - 1} more` : '';
    return fail(
      'blocked',
      `A final pack cannot be issued while a blocker is open (${first.replace(/\.$/, '')}${others}); mend it, or give the reason for issuing with --accept-blockers.`,
      name,
    );
  }
  const number = input.final ? nextPackNumber(store.db, releaseId) : null;
  const past = await pastOf(context, store, releaseId, snapshot);
  if (!past.ok) return past;
  const identity: PackIdentity = {
    reference: `${packReference(facts, number)}${edition === 'full' ? '' : `, ${edition}`}`,
    final: input.final,
    number,
    edition,
    meeting: meetingOf(facts),
    acceptedBlockers: blockers.length > 0 ? input.acceptBlockers : null,
    appVersion: context.appVersion,
    ...past.value,
  };
  const whole: PackSnapshot = {
    format: snapshotFormat,
    version: snapshotVersion,
    identity,
    ...snapshot,
    readiness,
    ...(input.final ? { history: inTransaction(store.db, (db) => signHead(db, ensureKeys(db))) } : {}),
  };
  const before = edition === 'public' ? await factsBefore(context, store, identity) : ok(new Map());
  if (!before.ok) return before;
  const pack = edition === 'public' ? publicEdition(whole, before.value) : whole;
  const evidence = evidenceSources(store, facts);
  if (!evidence.ok) return evidence;
  return makeFile(context, { snapshot: pack, evidence: evidence.value, out }, async (made) => {
    const { sha256, manifestSha256, pages, notes } = made;
    if (input.final) await putFile(store.paths.files, made.path);
    // Registered before it is published: a final that the register does not know must never lie anywhere.
    const registered = register(context, store, { releaseId, name, pack, made });
    if (!registered.ok) return registered;
    made.publish();
    return ok({ file: out, sha256, manifestSha256, pages, final: input.final, notes: [...notes] });
  });
});

/** A draft is only noted; a final gets its number, unless somebody else took it meanwhile. */
function register(
  context: EngineContext,
  store: Store,
  { releaseId, name, pack, made }: { releaseId: string; name: string; pack: PackSnapshot; made: MadeFile },
): Result<number> {
  const { number, reference, acceptedBlockers, final } = pack.identity;
  const { sha256, manifestSha256 } = made;
  return transact(
    context,
    store,
    (set) => {
      if (number !== null && number !== nextPackNumber(set.db, releaseId))
        return fail('conflict', `Another final pack of ${name} was issued meanwhile; try again.`, reference);
      const seq = noteEvent(set, final ? 'finalPack' : 'exportPack', releaseId, reference, `SHA-256 ${sha256}`);
      if (number === null) return ok(seq);
      const entry = { id: set.stamps.newId(), releaseId, number, reference, sha256 };
      registerFinalPack(set.db, { ...entry, asOf: pack.asOf, manifestSha256, acceptedBlockers }, seq);
      return ok(seq);
    },
    final ? 'owner' : 'anyone',
  );
}
