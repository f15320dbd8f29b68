import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/foundation/canonicalJson.ts';
import { manifestOf, snapshotContent } from '../../shared/domain/pack/manifest.ts';
import type { Appended, PackSeal } from '../../shared/domain/pack/packContext.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import type { EvidencePlan } from './evidencePlan.ts';

/** The two texts that travel with every pack, and what the pages print of them. */
export interface SealedPack {
  readonly snapshotText: string;
  readonly manifestText: string;
  readonly seal: PackSeal & { readonly manifestSha256: string };
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A pack is sealed again, to be compared: with the texts that it holds, for a later version would write more into them. */
export interface Written {
  readonly snapshotText: string;
  readonly manifestText: string;
}

/** @param appended only for a reading copy: what of each evidence file follows as pages. */
export function sealPack(
  snapshot: PackSnapshot,
  plan: EvidencePlan,
  appended: ReadonlyMap<string, Appended> | null = null,
  written: Written | null = null,
): SealedPack {
  const snapshotText = written?.snapshotText ?? canonicalJson(snapshotContent(snapshot));
  const manifestText = written?.manifestText ?? canonicalJson(manifestOf(snapshot, plan.files, sha256));
  const seal = {
    manifestSha256: sha256(manifestText),
    files: plan.files,
    ...(appended === null ? {} : { appended }),
    ...(plan.firstPages === undefined ? {} : { pictures: plan.firstPages }),
  };
  return { snapshotText, manifestText, seal };
}
