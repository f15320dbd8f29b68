import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { capitalise } from '../../shared/domain/foundation/words.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { computeSince } from '../../shared/domain/since/computeSince.ts';
import { checkParts } from './read/checkParts.ts';
import { readAttachments } from './read/readAttachments.ts';
import type { Report } from './renderPack.ts';
import type { ComparedPacks, ComparePacksInput, ReadPackInput } from './tasks.ts';

/** What changed between two packs: first what people entered, each change once, then what the rules make of it. */
export async function comparePacks(input: ComparePacksInput, report: Report): Promise<Result<ComparedPacks>> {
  report({ text: 'Reading the packs', fraction: null });
  const before = await readSnapshot(input.before);
  if (!before.ok) return before;
  const after = await readSnapshot(input.after);
  if (!after.ok) return after;
  const all = computeSince(before.value, after.value);
  return ok({
    changes: all.filter((change) => change.about === 'fact'),
    findings: all.filter((change) => change.about === 'finding'),
  });
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
