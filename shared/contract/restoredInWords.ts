import { joinFew } from '../domain/foundation/words.ts';
import type { Restored } from './store.ts';

/** What a restore mended, left behind and met, a sentence each; nothing where the backup is as the store was. */
export function restoredInWords({ mendedFiles, issuedSince, disagreements }: Restored): readonly string[] {
  return [
    ...mendedFiles.map((sha256) => `The file ${sha256} was damaged and is whole again.`),
    ...(issuedSince.length === 0
      ? []
      : [
          `Issued before, and not in this backup: ${joinFew(issuedSince, 8)}. ${issuedSince.length === 1 ? 'It is' : 'They are'} out, and no other gets the same name.`,
        ]),
    ...disagreements.map((sentence) => `It differs from its history: ${sentence}`),
  ];
}
