import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { evidenceKey } from '../../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import type { EvidenceSource } from '../../documents/tasks.ts';
import { isTakenByAnother } from '../../store/finalPacks.ts';
import type { Store } from '../../store/openStore.ts';
import { heldFile } from '../heldFile.ts';

/**
 * `SEC-GL 2021-11 · 1` for the first final of the November 2021 release; drafts carry no number. Of several releases of
 * one slot the first that issued a final bears the slot; the others bear their names, so that no two finals are called alike.
 */
export function packReference(store: Store, { release }: ReleaseFacts, number: number | null): string {
  const { id = '', slot, name } = release;
  const isFree = slot !== null && !isTakenByAnother(store.db, id, `SEC-GL ${slot} · `);
  return `SEC-GL ${isFree ? slot : name} · ${number ?? 'draft'}`;
}

/** Withheld and purged items are listed by hash and stay out; one whose file is lost stops the pack. */
export function evidenceSources(store: Store, facts: ReleaseFacts): Result<readonly EvidenceSource[]> {
  const sources: EvidenceSource[] = [];
  for (const item of facts.evidence) {
    if (item.sha256 === null || item.withheld === true) continue;
    const file = heldFile(store, item);
    if (!file.ok) return file;
    if (file.value) sources.push({ key: evidenceKey(item), name: item.file ?? item.sha256, ...file.value });
  }
  return ok(sources);
}

/** Why a file cannot be written here; null where it can, and then its folder is there. */
export function problemWithTarget(out: string): string | null {
  try {
    mkdirSync(dirname(out), { recursive: true });
    return null;
  } catch {
    return `The folder ${dirname(out)} cannot be made; choose another place for the file.`;
  }
}
