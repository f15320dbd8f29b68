import { ok } from '../../../../shared/domain/foundation/result.ts';
import type { PackIdentity } from '../../../../shared/domain/pack/packIdentity.ts';
import { type PackSnapshot, snapshotFormat, snapshotVersion } from '../../../../shared/domain/pack/packSnapshot.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { ruleContextOf } from '../../../../shared/domain/rulebook/context/ruleContext.ts';
import { decidingMeetingOf } from '../../../../shared/domain/rulebook/decidingMeeting.ts';
import { factsToSign, signedText } from '../../../../shared/domain/signing/signedFacts.ts';
import { sha256Of } from '../../../documents/read/factsSignatures.ts';
import { moveFile } from '../../../store/moveFile.ts';
import { makeFile } from '../../packs/make.ts';
import { pastOf } from '../../packs/past.ts';
import { evidenceSources, packReference } from '../../packs/sources.ts';
import { readRelease } from '../../releaseByName.ts';
import { signedBefore } from '../../signatures.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { layOutToLookAt, previewTarget } from '../../toLookAt.ts';
import { storeVerb } from '../../verb.ts';

/** Stops the preview that is being made when a later one is asked for: nobody waits for it any more. */
let latest: AbortController | null = null;

/** The draft as it would be exported now, for looking at in the window; nothing is noted and nothing is registered. */
export const packPreview = storeVerb('pack.preview', async (asked, store, input) => {
  latest?.abort();
  latest = new AbortController();
  const context = { ...asked, signal: AbortSignal.any([asked.signal, latest.signal]) };
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { facts, id } = found.value;
  const snapshot = snapshotOf(store, facts, input.asOf ?? context.today(), false);
  const past = await pastOf(context, store, id, snapshot);
  if (!past.ok) return past;
  const identity: PackIdentity = {
    reference: packReference(store, facts, null),
    final: false,
    number: null,
    edition: 'full',
    meeting: decidingMeetingOf(ruleContextOf(snapshot)),
    acceptedBlockers: null,
    appVersion: context.appVersion,
    ...past.value,
  };
  const readiness = computeReadiness(snapshot);
  const pack: PackSnapshot = {
    format: snapshotFormat,
    version: snapshotVersion,
    identity,
    ...snapshot,
    readiness,
    ...signedBefore(store.db, facts, snapshot.asOf),
  };
  const evidence = evidenceSources(store, facts);
  if (!evidence.ok) return evidence;
  const order = { snapshot: pack, evidence: evidence.value, out: previewTarget(store), toLookAt: true };
  return makeFile(context, order, async ({ path, sha256, pages, notes }) => {
    layOutToLookAt(store, sha256, (place) => moveFile(path, place));
    const shown = { asOf: snapshot.asOf, factsSha256: sha256Of(signedText(factsToSign(facts, snapshot.asOf))) };
    return ok({ sha256, pages, notes: [...notes], shown });
  });
});
