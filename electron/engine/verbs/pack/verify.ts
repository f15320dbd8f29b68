import { ok } from '../../../../shared/domain/foundation/result.ts';
import { withOutsidePack } from '../../packs/outsidePack.ts';
import { runTask } from '../../runTask.ts';
import { verb } from '../../verb.ts';

/** Checks a pack offline: every part against its manifest and, with the app version that made it, every byte. */
export const packVerify = verb('pack.verify', (context, input) =>
  withOutsidePack(context, input.file, async (job) => {
    const verified = await runTask(context, 'documents', 'verifyPack', job);
    if (!verified.ok) return verified;
    const { problems, signatures, ...rest } = verified.value;
    return ok({
      ...rest,
      problems: problems.map((problem) => ({ ...problem })),
      signatures: signatures.map((signature) => ({ ...signature })),
    });
  }),
);
