import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { recordsOf } from '../../../../shared/domain/records/canonical.ts';
import { listKinds } from '../../../../shared/domain/records/recordKinds.ts';
import {
  type ReleaseFacts,
  releaseFileFormat,
  releaseFileVersion,
} from '../../../../shared/domain/records/releaseFacts.ts';
import { writeFileDurably } from '../../../store/durableFile.ts';
import { stageBeside } from '../../filesBeside.ts';
import { readRelease } from '../../releaseByName.ts';
import { storeVerb } from '../../verb.ts';

/** Writes a release as a release file, its evidence files beside it in `FILE.files/`: whole, or nothing of it. */
export const releaseExport = storeVerb('release.export', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { facts } = found.value;
  const out = resolve(input.out);
  if (!existsSync(dirname(out))) {
    return fail('invalidInput', `There is no folder ${dirname(out)}; make it, or choose another.`, input.out);
  }
  if (existsSync(out) && statSync(out).isDirectory()) {
    return fail('invalidInput', `${out} is a folder; name the release file to write.`, input.out);
  }
  const staged = await stageBeside(context, store, facts.evidence, out);
  if (!staged.ok) return staged;
  const { names, publish, discard } = staged.value;
  try {
    const evidence = facts.evidence.map((item) => ({ ...item, file: names.get(item) ?? null }));
    const content = { format: releaseFileFormat, version: releaseFileVersion, ...facts, evidence };
    publish(() => writeFileDurably(out, `${JSON.stringify(content, dropUnknown, 2)}\n`));
    return ok({ file: out, records: countRecords(facts), files: names.size });
  } finally {
    discard();
  }
});

/** Unknown fields are absent from the file: null and absent mean the same. */
function dropUnknown(_name: string, value: unknown): unknown {
  return value === null ? undefined : value;
}

function countRecords(facts: ReleaseFacts): number {
  return listKinds.reduce((total, kind) => total + recordsOf(facts, kind).length, 1);
}
