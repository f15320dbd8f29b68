import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackIdentity, PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { snapshotFormat, snapshotVersion } from '../../../shared/domain/pack/packSnapshot.ts';
import { computeReadiness } from '../../../shared/domain/readiness/computeReadiness.ts';
import { openBlockers } from '../../../shared/domain/readiness/finding.ts';
import type { Snapshot } from '../../../shared/domain/readiness/snapshot.ts';
import { evidenceKey } from '../../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { computeSince, factsSince } from '../../../shared/domain/since/computeSince.ts';
import type { EvidenceSource, ExportedPack, ExportPackInput, ReadPackInput } from '../../documents/tasks.ts';
import { attachmentPath, hashFile, putFile } from '../../store/attachments.ts';
import { publishFile, temporaryBeside } from '../../store/durableFile.ts';
import { type FinalPack, nextPackNumber, readFinalPacks, registerFinalPack } from '../../store/finalPacks.ts';
import type { Store } from '../../store/openStore.ts';
import { noteEvent } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { heldFile } from '../heldFile.ts';
import { findRelease, readRelease } from '../releaseByName.ts';
import { snapshotOf } from '../snapshotOf.ts';
import { transact } from '../transact.ts';
import { storeVerb } from '../verb.ts';

/**
 * Snapshot → pages → temporary file → fsync → rename → ledger entry with its hash. A final with open blockers is
 * refused, and then nothing is written, unless the reason for issuing it is given; that reason is printed.
 */
export const packExport = storeVerb('pack.export', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { facts } = found.value;
  const out = resolve(input.out);
  const unwritable = problemWithTarget(out);
  if (unwritable) return fail('invalidInput', unwritable, input.out);
  const snapshot = snapshotOf(store, facts, input.asOf ?? context.today(), input.final);
  const readiness = computeReadiness(snapshot);
  const blockers = openBlockers(readiness.findings);
  if (input.final && blockers.length > 0 && input.acceptBlockers === null) {
    const first = blockers[0]?.sentence ?? '';
    const others = blockers.length > 1 ? ` and ${blockers.length - 1} more` : '';
    return fail(
      'blocked',
      `A final pack cannot be issued while a blocker is open (${first.replace(/\.$/, '')}${others}); mend it, or give the reason for issuing with --accept-blockers.`,
      found.value.name,
    );
  }
  const previous = await previousPack(context, store, found.value.id, snapshot);
  if (!previous.ok) return previous;
  const number = input.final ? nextPackNumber(store.db, found.value.id) : null;
  const identity: PackIdentity = {
    reference: referenceOf(facts, number),
    final: input.final,
    number,
    edition: 'full',
    meeting: meetingOf(facts),
    acceptedBlockers: blockers.length > 0 ? input.acceptBlockers : null,
    appVersion: context.appVersion,
    ...(previous.value ? { previous: previous.value } : {}),
  };
  const pack: PackSnapshot = { format: snapshotFormat, version: snapshotVersion, identity, ...snapshot, readiness };
  const temporary = temporaryBeside(out);
  try {
    const evidence = evidenceSources(store, facts);
    if (!evidence.ok) return evidence;
    const job: ExportPackInput = { snapshot: pack, evidence: evidence.value, out: temporary };
    const rendered = (await context.runDisposable(
      { program: 'documents', task: 'exportPack', input: job },
      context,
    )) as Result<ExportedPack>;
    if (!rendered.ok) return rendered;
    const sha256 = await hashFile(temporary);
    if (input.final) await putFile(store.paths.files, temporary);
    const { pages, manifestSha256, notes } = rendered.value;
    // Registered before it is published: a final that the register does not know must never lie anywhere.
    const registered = transact(
      context,
      store,
      (set) => {
        if (number !== null && number !== nextPackNumber(set.db, found.value.id)) {
          return fail(
            'conflict',
            `Another final pack of ${found.value.name} was issued meanwhile; try again.`,
            identity.reference,
          );
        }
        const seq = noteEvent(
          set,
          input.final ? 'finalPack' : 'exportPack',
          found.value.id,
          identity.reference,
          `SHA-256 ${sha256}`,
        );
        if (number === null) return ok(seq);
        const entry = {
          id: set.stamps.newId(),
          releaseId: found.value.id,
          number,
          reference: identity.reference,
          sha256,
        };
        const { acceptedBlockers } = identity;
        registerFinalPack(set.db, { ...entry, asOf: snapshot.asOf, manifestSha256, acceptedBlockers }, seq);
        return ok(seq);
      },
      input.final ? 'owner' : 'anyone',
    );
    if (!registered.ok) return registered;
    publishFile(temporary, out);
    return ok({ file: out, sha256, manifestSha256, pages, final: input.final, notes: [...notes] });
  } finally {
    rmSync(temporary, { force: true });
  }
});

/** The final packs of a release, in the order in which they were issued. */
export const packFinals = storeVerb('pack.finals', (_context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const packs = readFinalPacks(store.db, found.value.id);
  return ok(
    packs.map(({ number, reference, asOf, sha256, acceptedBlockers }) => ({
      number,
      reference,
      asOf,
      sha256,
      acceptedBlockers,
    })),
  );
});

/** The last final pack of this release and what people entered since, read from the pack itself; null without one. */
async function previousPack(
  context: EngineContext,
  store: Store,
  releaseId: string,
  snapshot: Snapshot,
): Promise<Result<PackIdentity['previous'] | null>> {
  const last = readFinalPacks(store.db, releaseId).at(-1);
  if (!last) return ok(null);
  const read = await snapshotOfFinal(context, store, last);
  if (!read.ok) return read;
  const { reference, sha256 } = last;
  const changes = factsSince(read.value, snapshot).map((change) => change.sentence);
  return ok({ reference, asOf: read.value.asOf, sha256, changes });
}

/** What changed since the last final pack, as facts and as findings, for the window. */
export const packSince = storeVerb('pack.since', async (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const facts = context.cache.read(store.db, found.value.id);
  const last = readFinalPacks(store.db, found.value.id).at(-1);
  if (!facts || !last) return ok(null);
  const before = await snapshotOfFinal(context, store, last);
  if (!before.ok) return before;
  // Judged alike: what differs only because the last one was final is no change.
  const all = computeSince(
    { ...before.value, final: false },
    snapshotOf(store, facts, input.asOf ?? context.today(), false),
  );
  const { reference } = last;
  const changes = all.filter((change) => change.about === 'fact');
  const findings = all.filter((change) => change.about === 'finding');
  return ok({ reference, asOf: before.value.asOf, changes, findings });
});

/** The snapshot inside a final pack that the store keeps. */
async function snapshotOfFinal(context: EngineContext, store: Store, pack: FinalPack): Promise<Result<PackSnapshot>> {
  const job: ReadPackInput = { file: attachmentPath(store.paths.files, pack.sha256) };
  const read = (await context.runDisposable(
    { program: 'documents', task: 'readPack', input: job },
    context,
  )) as Result<PackSnapshot>;
  if (read.ok) return read;
  const sentence = `The final pack ${pack.reference} cannot be read from the store; run “store check”.`;
  return fail('storeFailed', sentence, pack.reference);
}

/** `SEC-GL 2021-11 · 1` for the first final of the November 2021 release; drafts carry no number. */
function referenceOf(facts: ReleaseFacts, number: number | null): string {
  const release = facts.release.slot ?? facts.release.name;
  return number === null ? `SEC-GL ${release} · draft` : `SEC-GL ${release} · ${number}`;
}

/** The CSC meeting that the latest submission names, otherwise the CSC's last recorded meeting. */
function meetingOf(facts: ReleaseFacts) {
  const submitted = facts.submissions.map((submission) => submission.meeting).filter((on) => on !== null);
  const held = facts.meetings
    .filter((meeting) => meeting.body === 'CSC')
    .map((meeting) => meeting.on)
    .filter((on) => on !== null);
  const dates = (submitted.length > 0 ? submitted : held).sort();
  return dates[dates.length - 1] ?? null;
}

/** Withheld and purged items are listed by hash and stay out; one whose file is lost stops the pack. */
function evidenceSources(store: Store, facts: ReleaseFacts): Result<readonly EvidenceSource[]> {
  const sources: EvidenceSource[] = [];
  for (const item of facts.evidence) {
    if (item.sha256 === null || item.withheld === true) continue;
    const file = heldFile(store, item);
    if (!file.ok) return file;
    if (file.value) sources.push({ key: evidenceKey(item), name: item.file ?? item.sha256, ...file.value });
  }
  return ok(sources);
}

function problemWithTarget(out: string): string | null {
  if (existsSync(out) && statSync(out).isDirectory()) return `${out} is a folder; name the PDF file to write.`;
  try {
    mkdirSync(dirname(out), { recursive: true });
    return null;
  } catch {
    return `The folder ${dirname(out)} cannot be made; choose another place for the pack.`;
  }
}
