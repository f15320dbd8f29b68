import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { appError } from '../../shared/domain/foundation/appError.ts';
import { err, fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { describeProblem } from '../../shared/domain/records/describeIssue.ts';
import { listKinds, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import {
  type ReleaseFacts,
  releaseFileFormat,
  releaseFileSchema,
  releaseFileVersion,
} from '../../shared/domain/records/releaseFacts.ts';
import { readJsonFile } from './readJsonFile.ts';

/** A release file that was understood: its facts, and where each evidence item's file lies. */
export interface ReadReleaseFile {
  readonly facts: ReleaseFacts;
  /** Index in `facts.evidence` → absolute path. */
  readonly files: ReadonlyMap<number, string>;
}

/** Reads and checks a release file; nothing is written. Fails with invalidInput, naming the path inside the file. */
export function readReleaseFile(path: string): Result<ReadReleaseFile> {
  const json = readJsonFile(path, 'release file');
  if (!json.ok) return json;
  const { format, version } = (json.value ?? {}) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== releaseFileFormat) {
    const found = format === undefined ? 'no “format”' : `the format ${JSON.stringify(format)}`;
    return fail(
      'invalidInput',
      `${basename(path)} is not a release file: it has ${found} where “${releaseFileFormat}” is expected. A release file is one that this app exported; take tables and documents in where they belong, in a new release.`,
      'format',
    );
  }
  if (version !== releaseFileVersion) return otherVersion(path, version);
  if (isTooDeep(json.value)) {
    return fail(
      'invalidInput',
      `${basename(path)} is nested deeper than any release file; it was not written by this app or by hand.`,
      null,
    );
  }
  const parsed = releaseFileSchema.safeParse(json.value);
  if (!parsed.success) {
    const problem = describeProblem(parsed.error, json.value);
    return err(appError('invalidInput', `In ${basename(path)}, ${problem.where} ${problem.what}.`, problem.where));
  }
  const { format: _format, version: _version, ...facts } = parsed.data;
  const repeated = findRepetition(facts);
  if (repeated) return fail('invalidInput', `In ${basename(path)}, ${repeated.sentence}`, repeated.where);
  return findFiles(path, facts);
}

function otherVersion(path: string, version: unknown): Result<never> {
  const sentence =
    typeof version === 'number'
      ? `${basename(path)} is a release file of version ${version}, and this app reads version ${releaseFileVersion}; export it again from a matching version.`
      : `In ${basename(path)}, version ${version === undefined ? 'is missing' : `${JSON.stringify(version)} is not a number`}; write ${releaseFileVersion}, without quotation marks.`;
  return fail('invalidInput', sentence, 'version');
}

/** Deeper than any schema of ours goes; recursion over such a value would end the process. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < 32; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** Evidence files are named relative to the release file and may not leave its folder. */
function findFiles(releaseFile: string, facts: ReleaseFacts): Result<ReadReleaseFile> {
  const folder = realpathSync(dirname(resolve(releaseFile)));
  const files = new Map<number, string>();
  for (const [index, evidence] of facts.evidence.entries()) {
    if (evidence.file === null) continue;
    const where = `evidence[${index}].file`;
    const problem = (what: string) => fail('invalidInput', `In ${basename(releaseFile)}, ${where} ${what}`, where);
    if (evidence.file.includes('\0') || isAbsolute(evidence.file) || /^[a-zA-Z]:|\\/.test(evidence.file)) {
      return problem(
        `${JSON.stringify(evidence.file)} is not a path relative to the release file; use forward slashes and no drive.`,
      );
    }
    const path = join(folder, evidence.file);
    if (!inside(folder, path))
      return problem(`${JSON.stringify(evidence.file)} leaves the release file's folder; put the file beside it.`);
    if (!existsSync(path))
      return problem(`${JSON.stringify(evidence.file)} is not there; put the file beside the release file.`);
    if (!inside(folder, realpathSync(path)))
      return problem(
        `${JSON.stringify(evidence.file)} is a link that leaves the release file's folder; put the file itself there.`,
      );
    const there = lstatSync(realpathSync(path));
    if (!there.isFile()) {
      const what = there.isDirectory() ? 'a folder' : 'a device or a pipe';
      return problem(`${JSON.stringify(evidence.file)} is ${what}; name a file.`);
    }
    files.set(index, path);
  }
  return ok({ facts, files });
}

/** Whether it is in the folder, or the folder itself. */
function inside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function findRepetition(facts: ReleaseFacts): { readonly where: string; readonly sentence: string } | null {
  // By what each is unique: parts of a modification and versions of an item share its reference.
  const lists = [
    ['modifications', 'part', facts.modifications.map((m) => JSON.stringify([m.reference, m.part]))],
    ['criteria', null, facts.criteria.map((c) => c.reference)],
    ['evidence', 'version', facts.evidence.map((e) => JSON.stringify([e.reference, e.version]))],
  ] as const;
  for (const [section, beside, keys] of lists) {
    const seen = new Map<string, number>();
    for (const [index, key] of keys.entries()) {
      const first = seen.get(key);
      const where = `${section}[${index}].reference`;
      if (first !== undefined) {
        const mend =
          beside === null
            ? '; each needs a reference of its own'
            : ` with the same ${beside}; give one of them another reference or ${beside}`;
        return { where, sentence: `${where} repeats ${section}[${first}]${mend}.` };
      }
      seen.set(key, index);
    }
  }
  return findRepeatedId(facts);
}

function findRepeatedId(facts: ReleaseFacts): { readonly where: string; readonly sentence: string } | null {
  const seen = new Map<string, string>();
  for (const kind of listKinds) {
    const section = recordKinds[kind].path.join('.');
    for (const [index, record] of recordsOf(facts, kind).entries()) {
      const id = record.id as string | undefined;
      const where = `${section}[${index}].id`;
      const first = id === undefined ? undefined : seen.get(id);
      if (first !== undefined)
        return { where, sentence: `${where} repeats ${first}; each record needs an id of its own.` };
      if (id !== undefined) seen.set(id, where);
    }
  }
  return null;
}
