import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackIdentity, PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { snapshotFormat, snapshotVersion } from '../../../shared/domain/pack/packSnapshot.ts';
import { computeReadiness } from '../../../shared/domain/readiness/computeReadiness.ts';
import { openBlockers } from '../../../shared/domain/readiness/finding.ts';
import { evidenceKey } from '../../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import type { EvidenceSource, ExportedPack, ExportPackInput } from '../../documents/tasks.ts';
import { attachmentPath, hashFile, putFile, readAttachment } from '../../store/attachments.ts';
import { publishFile, temporaryBeside } from '../../store/durableFile.ts';
import { nextPackNumber, readFinalPacks, registerFinalPack } from '../../store/finalPacks.ts';
import type { Store } from '../../store/openStore.ts';
import { noteEvent } from '../changes.ts';
import { findRelease } from '../releaseByName.ts';
import { snapshotOf } from '../snapshotOf.ts';
import { transact } from '../transact.ts';
import { storeVerb } from '../verb.ts';

/**
 * Snapshot → pages → temporary file → fsync → rename → ledger entry with its hash. A final with open blockers is
 * refused, and then nothing is written, unless the reason for issuing it is given; that reason is printed.
 */
export const packExport = storeVerb('pack.export', async (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const facts = context.cache.read(store.db, found.value.id);
  if (!facts) return fail('notFound', 'This release is no longer in the store.', input.release);
  const out = resolve(input.out);
  const unwritable = problemWithTarget(out);
  if (unwritable) return fail('invalidInput', unwritable, input.out);
  const snapshot = snapshotOf(store, facts, input.asOf ?? context.today(), input.final);
  const readiness = computeReadiness(snapshot);
  const blockers = openBlockers(readiness.findings);
  if (input.final && blockers.length > 0 && input.acceptBlockers === null) {
    const first = blockers[0]?.sentence ?? '';
    const others = blockers.length > 1 ? ` (and ${blockers.length - 1} more)` : '';
    return fail(
      'blocked',
      `A final pack cannot be issued while a blocker is open: ${first}${others} Mend it, or give the reason for issuing with --accept-blockers.`,
      found.value.name,
    );
  }
  const number = input.final ? nextPackNumber(store.db, found.value.id) : null;
  const identity: PackIdentity = {
    reference: referenceOf(facts, number),
    final: input.final,
    number,
    edition: 'full',
    meeting: meetingOf(facts),
    acceptedBlockers: blockers.length > 0 ? input.acceptBlockers : null,
    appVersion: context.appVersion,
  };
  const pack: PackSnapshot = { format: snapshotFormat, version: snapshotVersion, identity, ...snapshot, readiness };
  const temporary = temporaryBeside(out);
  try {
    const job: ExportPackInput = { snapshot: pack, evidence: evidenceSources(store, facts), out: temporary };
    const rendered = (await context.runDisposable({ task: 'exportPack', input: job }, context)) as Result<ExportedPack>;
    if (!rendered.ok) return rendered;
    const sha256 = await hashFile(temporary);
    if (input.final) await putFile(store.paths.files, temporary);
    publishFile(temporary, out);
    const { pages, manifestSha256, notes } = rendered.value;
    const registered = transact(context, store, (set) => {
      const seq = noteEvent(
        set,
        input.final ? 'finalPack' : 'exportPack',
        found.value.id,
        identity.reference,
        `SHA-256 ${sha256}`,
      );
      if (number !== null) {
        const { asOf } = snapshot;
        const entry = {
          id: set.stamps.newId(),
          releaseId: found.value.id,
          number,
          reference: identity.reference,
          asOf,
          sha256,
          manifestSha256,
        };
        registerFinalPack(set.db, { ...entry, acceptedBlockers: identity.acceptedBlockers }, seq);
      }
      return ok(seq);
    });
    if (!registered.ok) return registered;
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

/** Withheld and purged items are listed by hash and stay out. */
function evidenceSources(store: Store, facts: ReleaseFacts): readonly EvidenceSource[] {
  return facts.evidence.flatMap((item) => {
    if (item.sha256 === null || item.withheld === true) return [];
    const attachment = readAttachment(store.db, item.sha256);
    if (!attachment || attachment.purgeReason !== null) return [];
    const path = attachmentPath(store.paths.files, item.sha256);
    if (!existsSync(path)) return [];
    const { sha256, bytes, mediaType } = attachment;
    return [{ key: evidenceKey(item), name: item.file ?? sha256, path, sha256, bytes, mediaType }];
  });
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
