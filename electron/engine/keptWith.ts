import type { PurgedPlace } from '../../shared/contract/evidence.ts';
import { readAnswerFiles } from '../store/answerFiles.ts';
import { readAttachment } from '../store/attachments.ts';
import { readReleases } from '../store/facts.ts';
import { readFinalPacks } from '../store/finalPacks.ts';
import { readIssuedPapers } from '../store/issuedPapers.ts';
import type { Store } from '../store/openStore.ts';
import type { EngineContext } from './context.ts';
import { keptSnapshot } from './keptSnapshot.ts';

interface KeptWith {
  /** SHA-256 of final packs and papers whose facts name the item or its files. */
  readonly holding: readonly string[];
  readonly places: readonly PurgedPlace[];
}

/** Reads every final pack and paper that the store keeps: which of them hold an item of evidence, or a file it had. */
export async function keptWith(
  context: EngineContext,
  store: Store,
  id: string,
  hashes: readonly string[],
): Promise<KeptWith> {
  const kept = readReleases(store.db).flatMap((release) => [
    ...readFinalPacks(store.db, release.id),
    ...readIssuedPapers(store.db, release.id),
  ]);
  const answersTo = ({ reference, releaseId }: (typeof kept)[number]) =>
    readAnswerFiles(store.db, releaseId, reference).filter(
      (sha256) => readAttachment(store.db, sha256)?.purgeReason === null,
    );
  const holding: string[] = [];
  const places: PurgedPlace[] = [];
  for (const one of kept) {
    const { reference, sha256 } = one;
    if (readAttachment(store.db, sha256)?.purgeReason != null) continue;
    const read = await keptSnapshot(context, store, { reference, sha256 });
    if (!read.ok) {
      places.push({ place: reference, done: false, sentence: 'it cannot be read; run “store check”' });
      continue;
    }
    const text = JSON.stringify(read.value);
    if (![id, ...hashes].some((name) => text.includes(name))) continue;
    holding.push(sha256);
    for (const answer of answersTo(one)) {
      holding.push(answer);
      const told = `the store’s own copy was removed; the views that were read from it stay`;
      places.push({ place: `The answer to ${reference}`, done: true, sentence: told });
    }
    const sentence = `the store’s own copy was removed; its line in the register stays, with SHA-256 ${sha256}. Issue it anew: the new one has a number of its own and names this one`;
    places.push({ place: reference, done: true, sentence });
  }
  return { holding, places };
}
