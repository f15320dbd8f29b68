import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planEvidence } from '../../electron/documents/evidencePlan.ts';
import { renderPack } from '../../electron/documents/renderPack.ts';
import { sha256 } from '../../electron/documents/sealPack.ts';
import { asWrittenToday } from '../../shared/domain/pack/olderSnapshot.ts';
import { packSnapshotSchema } from '../../shared/domain/pack/packSnapshot.ts';
import { rendererVersion } from '../../shared/domain/pack/rendererVersion.ts';
import { quiet, scratchFolder, succeeded } from './packs.ts';

const folder = scratchFolder();

/**
 * The SHA-256 of the file that the frozen snapshot gives, by the version of the renderer. Where this fails, the pages
 * have changed, and packs that were issued with the last release of the app cannot be verified by this one any more:
 * raise `rendererVersion`, once for each release, and put the new hash here.
 */
const fileOf: Readonly<Record<string, string>> = {
  '1': 'e0dd713fc0fc21bbd457dc6f59099d5090f6b6f1c551936af4d1a09eb3914ccc',
  '2': 'c25abd02bbcc986dc22252e5a89aaf8135a7943a9c2a9b1258dff377c18582fb',
};

it('makes the file of its version from a frozen snapshot, to the byte', async () => {
  // Its texts are given, so that a field that is added to the facts, and stands on no page, changes nothing.
  const snapshotText = readFileSync(new URL('./frozen.snapshot.txt', import.meta.url), 'utf8');
  const snapshot = packSnapshotSchema.parse(asWrittenToday(JSON.parse(snapshotText)));
  const out = join(folder, 'frozen.pdf');
  const written = { snapshotText, manifestText: '{}' };
  succeeded(await renderPack(snapshot, planEvidence(snapshot, []), out, quiet, written));
  expect(sha256(readFileSync(out))).toBe(fileOf[rendererVersion]);
});
