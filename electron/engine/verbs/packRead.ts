import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type {
  ComparedPacks,
  ComparePacksInput,
  ExtractedPack,
  ExtractPackInput,
  VerifiedPack,
  VerifyPackInput,
} from '../../documents/tasks.ts';
import { verb } from '../verb.ts';

/** Checks a pack offline: every part against its manifest and, with the app version that made it, every byte. */
export const packVerify = verb('pack.verify', async (context, input) => {
  const file = resolve(input.file);
  if (!existsSync(file)) return fail('invalidInput', `There is no file ${file}; check the path.`, input.file);
  const work = mkdtempSync(join(tmpdir(), 'sec-golive-verify-'));
  try {
    const job: VerifyPackInput = { file, work, appVersion: context.appVersion };
    const verified = (await context.runDisposable(
      { program: 'documents', task: 'verifyPack', input: job },
      context,
    )) as Result<VerifiedPack>;
    if (!verified.ok) return verified;
    return ok({ ...verified.value, problems: verified.value.problems.map((problem) => ({ ...problem })) });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

/** What changed between two packs, as facts and as findings. */
export const packCompare = verb('pack.compare', async (context, input) => {
  const [before, after] = [resolve(input.before), resolve(input.after)];
  const missing = [before, after].find((file) => !existsSync(file));
  if (missing) return fail('invalidInput', `There is no file ${missing}; check the path.`, missing);
  const job: ComparePacksInput = { before, after };
  const compared = (await context.runDisposable(
    { program: 'documents', task: 'comparePacks', input: job },
    context,
  )) as Result<ComparedPacks>;
  if (!compared.ok) return compared;
  return ok({ changes: [...compared.value.changes], findings: [...compared.value.findings] });
});

/** Writes what a pack holds (snapshot, manifest, evidence files) into a folder. */
export const packExtract = verb('pack.extract', async (context, input) => {
  const file = resolve(input.file);
  if (!existsSync(file)) return fail('invalidInput', `There is no file ${file}; check the path.`, input.file);
  const out = resolve(input.out);
  if (!canBeFolder(out))
    return fail(
      'invalidInput',
      `${out} cannot be made a folder; name another place for what the pack holds.`,
      input.out,
    );
  const job: ExtractPackInput = { file, out };
  const extracted = (await context.runDisposable(
    { program: 'documents', task: 'extractPack', input: job },
    context,
  )) as Result<ExtractedPack>;
  return extracted.ok ? ok({ files: [...extracted.value.files] }) : extracted;
});

/** Whether there is a folder of this name now. */
function canBeFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
