import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { recordsOf } from '../../../../shared/domain/records/canonical.ts';
import { type Evidence, evidenceKey } from '../../../../shared/domain/records/evidence.ts';
import { listKinds } from '../../../../shared/domain/records/recordKinds.ts';
import {
  type ReleaseFacts,
  releaseFileFormat,
  releaseFileVersion,
} from '../../../../shared/domain/records/releaseFacts.ts';
import { publishFile, temporaryBeside, writeFileDurably } from '../../../store/durableFile.ts';
import { safeFileName } from '../../fileNames.ts';
import { heldFile } from '../../heldFile.ts';
import { readRelease } from '../../releaseByName.ts';
import { storeVerb } from '../../verb.ts';

/** Writes a release as a release file, its evidence files beside it in `FILE.files/`. */
export const releaseExport = storeVerb('release.export', (context, store, input) => {
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
  const evidence: Evidence[] = [];
  for (const item of facts.evidence) {
    const file = heldFile(store, item);
    if (!file.ok) return file;
    evidence.push({ ...item, file: file.value ? copyBeside(file.value.path, out, item) : null });
  }
  const files = evidence.filter((item) => item.file !== null).length;
  const content = { format: releaseFileFormat, version: releaseFileVersion, ...facts, evidence };
  writeFileDurably(out, `${JSON.stringify(content, dropUnknown, 2)}\n`);
  return ok({ file: out, records: countRecords(facts), files });
});

/** Copies one evidence file; returns its path relative to the release file. */
function copyBeside(source: string, out: string, evidence: Evidence): string {
  const folder = `${basename(out)}.files`;
  const name = safeFileName(evidence.file ?? evidence.sha256 ?? 'file');
  const relativePath = `${folder}/${safeFileName(evidenceKey(evidence))}/${name}`;
  const target = join(dirname(out), relativePath);
  mkdirSync(dirname(target), { recursive: true });
  const temporary = temporaryBeside(target);
  try {
    copyFileSync(source, temporary);
    publishFile(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
  return relativePath;
}

/** Unknown fields are absent from the file: null and absent mean the same. */
function dropUnknown(_name: string, value: unknown): unknown {
  return value === null ? undefined : value;
}

function countRecords(facts: ReleaseFacts): number {
  return listKinds.reduce((total, kind) => total + recordsOf(facts, kind).length, 1);
}
