import { formatDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { fail } from '../../../../shared/domain/foundation/result.ts';
import { addendumSnapshot, evidenceSince } from '../../../../shared/domain/pack/addendum/addendumFacts.ts';
import { type PackSnapshot, snapshotFormat, snapshotVersion } from '../../../../shared/domain/pack/packSnapshot.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { findingChanges } from '../../../../shared/domain/since/findingChanges.ts';
import { readFinalPacks, standingFinal } from '../../../store/finalPacks.ts';
import { freeReference, readIssuedPapers } from '../../../store/issuedPapers.ts';
import { keptSnapshot } from '../../keptSnapshot.ts';
import { askedOf } from '../../packs/asked.ts';
import { issue } from '../../packs/issue.ts';
import { paperRegister } from '../../packs/registers.ts';
import { evidenceSources } from '../../packs/sources.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/** Late evidence, in a file of its own that names the final pack it adds to; that pack stays as it was issued. */
export const addendumExport = storeVerb('addendum.export', async (context, store, input) => {
  const asked = askedOf(context, store, input);
  if (!asked.ok) return asked;
  const { facts, releaseId, name, asOf, out } = asked.value;
  const finals = readFinalPacks(store.db, releaseId);
  const last = standingFinal(finals, asOf);
  if (!last)
    return fail(
      'notFound',
      `There is no final pack of ${name}${finals.length === 0 ? '' : ` as of ${formatDate(asOf)} or before`} that an addendum could add to; export a pack.`,
      name,
    );
  const before = await keptSnapshot(context, store, last);
  if (!before.ok) return before;
  const keys = evidenceSince(before.value.facts, facts, asOf);
  if (keys.length === 0)
    return fail(
      'conflict',
      `No evidence has been added since ${last.reference}, so there is nothing to add to it.`,
      name,
    );
  // Judged as the final pack was, so that only what people entered makes a difference.
  const full = snapshotOf(store, facts, asOf, true);
  const readiness = computeReadiness(full);
  const moved = findingChanges(
    { facts: before.value.facts, findings: computeReadiness(before.value).findings },
    { facts, findings: readiness.findings },
  );
  const earlier = readIssuedPapers(store.db, releaseId).filter(
    (one) => one.kind === 'addendum' && one.pack === last.reference,
  );
  const reference = freeReference(store.db, releaseId, `${last.reference}, addendum ${earlier.length + 1}`);
  const snapshot: PackSnapshot = {
    format: snapshotFormat,
    version: snapshotVersion,
    identity: {
      reference,
      final: true,
      number: null,
      edition: 'full',
      meeting: before.value.identity.meeting,
      acceptedBlockers: null,
      appVersion: context.appVersion,
      document: {
        kind: 'addendum',
        to: { reference: last.reference, asOf: before.value.asOf, sha256: last.sha256 },
        evidence: [...keys],
        moved: moved.map((change) => change.sentence),
      },
    },
    ...addendumSnapshot({ ...full, readiness }, keys),
  };
  const evidence = evidenceSources(store, snapshot.facts);
  if (!evidence.ok) return evidence;
  const entry = {
    kind: 'addendum',
    body: 'CSC',
    meeting: before.value.identity.meeting,
    pack: last.reference,
  } as const;
  const register = paperRegister(releaseId, snapshot, entry);
  return issue(context, store, { releaseId, snapshot, evidence: evidence.value, out, register });
});
