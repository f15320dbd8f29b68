import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { packSnapshotSchema } from '../../shared/domain/pack/packSnapshot.ts';
import { describeProblem } from '../../shared/domain/records/describeIssue.ts';
import { checkWords } from './check/checkWords.ts';
import { countWordsOut } from './check/wordsOut.ts';
import { planEvidence } from './evidencePlan.ts';
import { type Report, renderPack } from './renderPack.ts';
import type { ExportedPack, ExportPackInput } from './tasks.ts';

/** Makes the pack at `input.out` and reads it back: every word that went in must have come out. */
export async function exportPack(input: ExportPackInput, report: Report): Promise<Result<ExportedPack>> {
  // Read as the pack's readers will read it: a snapshot that could not be read back must not be issued.
  const parsed = packSnapshotSchema.safeParse(input.snapshot);
  if (!parsed.success) {
    const { where, what } = describeProblem(parsed.error, input.snapshot);
    return fail('renderFailed', `The pack was not made: in its facts, ${where} ${what}.`, where);
  }
  const plan = planEvidence(parsed.data, input.evidence);
  const rendered = await renderPack(parsed.data, plan, input.out, report);
  if (!rendered.ok) return rendered;
  report({ text: 'Reading every word back', fraction: 0.75 });
  const { pages, manifestSha256, words, notes } = rendered.value;
  const checked = checkWords(words, await countWordsOut(new Uint8Array(readFileSync(input.out))));
  return checked.ok ? ok({ pages, manifestSha256, notes }) : checked;
}
