import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { capitalise, saying } from '../../shared/domain/foundation/words.ts';
import { areOfOneRelease, type ComparedStates, compareStates } from '../../shared/domain/pack/compare/compareStates.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { checkParts } from './read/checkParts.ts';
import { readAttachments } from './read/readAttachments.ts';
import type { Report } from './renderPack.ts';
import type { ComparePacksInput, ReadPackInput } from './tasks.ts';

/** What changed between two packs: first what people entered, each change once, then what the rules make of it. */
export async function comparePacks(input: ComparePacksInput, report: Report): Promise<Result<ComparedStates>> {
  report({ text: 'Reading the packs', fraction: null });
  const before = await readSnapshot(input.before);
  if (!before.ok) return before;
  const after = await readSnapshot(input.after);
  if (!after.ok) return after;
  const [was, is] = [before.value.facts, after.value.facts];
  if (!areOfOneRelease(was, is)) {
    const [one, other] = [was, is].map(({ release }) => saying(release.name));
    return fail(
      'invalidInput',
      `${basename(input.before)} is of ${one}, ${basename(input.after)} of ${other}: what two releases differ in is no change of either; choose two files of one release.`,
      input.after,
    );
  }
  return ok(compareStates({ pack: before.value }, { pack: after.value }));
}

/** The snapshot of one pack, for comparing the store with it. */
export async function readPack(input: ReadPackInput): Promise<Result<PackSnapshot>> {
  return readSnapshot(input.file);
}

/** The facts a pack was made from; a pack whose facts no longer fit its manifest is refused, not compared. */
async function readSnapshot(file: string): Promise<Result<PackSnapshot>> {
  let content: Uint8Array;
  try {
    content = readFileSync(file);
  } catch (error) {
    return fail('invalidInput', `${basename(file)} ${readFault(error)}.`, file);
  }
  const { snapshot, problems } = checkParts(await readAttachments(content));
  if (snapshot === null || problems.length > 0) {
    const first = problems[0]?.sentence ?? 'it holds no snapshot of its facts.';
    return fail('invalidInput', `${basename(file)} cannot be compared. ${capitalise(first)}`, file);
  }
  return ok(snapshot);
}
