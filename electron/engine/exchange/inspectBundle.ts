import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import type { Choice } from '../../../shared/domain/merge/plan.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import type { ReadableDb } from '../../store/db.ts';
import type { Store } from '../../store/openStore.ts';
import { withBundle } from './openBundle.ts';
import { isConfirmed } from './peers.ts';
import { type BundlePlan, planBundle } from './planBundle.ts';

export interface InspectBundleInput {
  readonly file: string;
  readonly passphrase: string | null;
}

export interface PlanInWords {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Sentences; where there is one, the bundle cannot be applied. */
  readonly refused: readonly string[];
  readonly conflicts: readonly {
    readonly record: string;
    readonly field: string;
    readonly mine: unknown;
    readonly theirs: unknown;
    readonly default: Choice;
    readonly reason: string;
  }[];
}

/** What `bundle inspect` answers, and beside it what a window shows. */
export interface InspectedBundle {
  readonly from: string;
  readonly signature: 'known' | 'unknown';
  readonly plan: PlanInWords;
  readonly fingerprint: string;
  readonly type: Manifest['type'];
  readonly release: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly files: number;
  /** `criterion:AC-01#text`: changed by the side whose field it is not. */
  readonly marked: readonly string[];
  /** Names this very file: give it to `applyBundle`, so that what was looked at is what is applied. */
  readonly token: string;
}

/** Reads a bundle and says what applying it would do. Changes nothing. */
export function inspectBundle(store: Store, input: InspectBundleInput): Promise<Result<InspectedBundle>> {
  return withBundle(store, input.file, input.passphrase, async ({ bundle, deltas, refused }) => {
    for (const sha256 of bundle.files) await bundle.checkFile(sha256);
    const plan = store.db.transaction(() => planBundle(store.db, bundle.manifest, deltas, {}))();
    return ok({
      ...inWords(store.db, bundle.manifest, { ...plan, refused: [...refused, ...plan.refused] }),
      files: bundle.files.length,
      token: bundle.token,
    });
  });
}

export function inWords(
  db: ReadableDb,
  manifest: Manifest,
  { merge, refused }: BundlePlan,
): Omit<InspectedBundle, 'files' | 'token'> {
  const { from, release, createdAt, type } = manifest;
  const fingerprint = fingerprintOf(from.publicKey);
  const conflicts = merge.conflicts.map(({ record, field, mine, theirs, default: standing, reason }) => ({
    record,
    field,
    mine,
    theirs,
    default: standing,
    reason,
  }));
  return {
    from: from.organisation ? `${from.name}, ${from.organisation}` : from.name,
    signature: isConfirmed(db, fingerprint) ? 'known' : 'unknown',
    plan: { added: merge.added, changed: merge.changed, removed: merge.removed, refused, conflicts },
    fingerprint,
    type,
    release,
    createdAt,
    marked: merge.marked,
  };
}
