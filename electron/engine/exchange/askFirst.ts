import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import { personInWords } from '../../../shared/domain/records/whoInSentence.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import type { BundleInWords } from './inspectBundle.ts';

/** What a terminal has been told beforehand, in place of the questions that the window asks. */
export interface Asks {
  /** The fingerprint that was compared with the sender, as anybody types it; null: none. */
  readonly trust: string | null;
  /** Whether what is not its sender's to change is taken, too. */
  readonly acceptMarks: boolean;
}

/**
 * What has to be confirmed before a bundle is applied: whose key it is, and what is not its sender's.
 *
 * @returns whether the sender's key is to be confirmed now; else `blocked` with what to give
 */
export function askFirst(
  { from, fingerprint, signature, marked }: Pick<BundleInWords, 'from' | 'fingerprint' | 'signature' | 'marked'>,
  asks: Asks,
): Result<boolean> {
  const named = asks.trust?.replaceAll(/[^0-9a-f]/gi, '').toLowerCase() ?? null;
  if (named !== null && named !== fingerprint.replaceAll(' ', ''))
    return fail(
      'blocked',
      `The key of ${from} is ${fingerprint}, not the one that you trust; nothing was applied.`,
      '--trust',
    );
  if (signature === 'unknown' && named === null)
    return fail(
      'blocked',
      `Nobody here has confirmed the key of ${from}; compare it with them, and apply with it confirmed (--trust "${fingerprint}" in a terminal). Nothing was applied.`,
      '--trust',
    );
  if (marked.length > 0 && !asks.acceptMarks) {
    const which =
      marked.length > 5 ? `${marked.slice(0, 5).join(', ')} and ${marked.length - 5} more` : marked.join(', ');
    return fail(
      'blocked',
      `It changes what is not its sender's (${which}); look at it first, and confirm it (bundle inspect, and --accept-marks in a terminal). Nothing was applied.`,
      '--accept-marks',
    );
  }
  return ok(signature === 'unknown');
}

/** The same before there is a store: nobody's key is known there, and of what is not the sender's nothing can be said yet. */
export function askUnknown({ from }: Manifest, asks: Asks | undefined): Result<boolean> {
  if (asks === undefined) return ok(false);
  const fingerprint = fingerprintOf(from.publicKey);
  return askFirst({ from: personInWords(from), fingerprint, signature: 'unknown', marked: [] }, asks);
}
