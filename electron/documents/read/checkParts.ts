import { canonicalJson } from '../../../shared/domain/foundation/canonicalJson.ts';
import { mayBePictured, mostPictures } from '../../../shared/domain/pack/firstPages.ts';
import {
  type Manifest,
  type ManifestFile,
  type ManifestPart,
  manifestName,
  manifestOf,
  manifestSchema,
  partsOf,
  snapshotName,
} from '../../../shared/domain/pack/manifest.ts';
import { asWrittenToday } from '../../../shared/domain/pack/olderSnapshot.ts';
import { type PackSnapshot, packSnapshotSchema } from '../../../shared/domain/pack/packSnapshot.ts';
import { sha256, type Written } from '../sealPack.ts';
import type { PackProblem } from '../tasks.ts';
import type { ReadAttachment, ReadAttachments } from './readAttachments.ts';

/** What a pack's attachments say, and what does not fit. */
export interface CheckedParts {
  readonly problems: readonly PackProblem[];
  /** Null where it cannot be read. */
  readonly snapshot: PackSnapshot | null;
  /** `snapshot.json` and `manifest.json` as they stand in the file. */
  readonly written: Written | null;
  readonly files: ReadonlyMap<string, ManifestFile>;
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Compares every part of a pack with its manifest: records and findings by the snapshot, evidence by its bytes. */
export function checkParts(read: ReadAttachments): CheckedParts {
  const byName = new Map(read.attachments.map((attachment) => [attachment.name, attachment]));
  const problems: PackProblem[] = read.problems.map((sentence) => ({ part: 'file', sentence }));
  const contents = new Map(read.attachments.flatMap((one) => (one.ok ? [[one.name, one.content] as const] : [])));
  const none = { snapshot: null, written: null, files: new Map(), contents };
  if (!byName.has(manifestName) && !byName.has(snapshotName)) {
    const damaged = read.problems.length > 0;
    if (!damaged)
      problems.push({
        part: 'file',
        sentence: `This is not a pack, or no longer one: it holds neither ${snapshotName} nor ${manifestName}.`,
      });
    return { problems, ...none };
  }
  const { snapshot, raw } = readSnapshot(byName.get(snapshotName), problems);
  const manifest = readManifest(byName.get(manifestName), problems);
  if (manifest === null) return { problems, ...none, snapshot };
  const files = new Map(
    manifest.parts.flatMap((part) => (part.file ? [[part.part.slice('evidence:'.length), part.file] as const] : [])),
  );
  compareRecords(manifest, raw, contents.get(snapshotName), problems);
  for (const part of manifest.parts) compareFile(part, byName, problems);
  const known = new Set([snapshotName, manifestName, ...[...files.values()].map((file) => file.attachment)]);
  for (const { name } of read.attachments) {
    if (!known.has(name))
      problems.push({
        part: 'file',
        sentence: `${name} is attached to the pack, and its manifest does not know of it.`,
      });
  }
  if (snapshot !== null) comparePictures(snapshot, files, problems);
  if (problems.length === 0 && raw !== null) compareManifest(raw, files, contents.get(manifestName), problems);
  const texts = [snapshotName, manifestName].map((name) => Buffer.from(contents.get(name) ?? []).toString('utf8'));
  const [snapshotText = '', manifestText = ''] = texts;
  return { problems, snapshot, written: { snapshotText, manifestText }, files, contents };
}

/** The snapshot as this version reads it, and `raw` as it was written: a later version reads more fields than there are. */
function readSnapshot(
  attachment: ReadAttachment | undefined,
  problems: PackProblem[],
): { readonly snapshot: PackSnapshot | null; readonly raw: PackSnapshot | null } {
  const none = { snapshot: null, raw: null };
  const json = readJson(attachment, snapshotName, 'snapshot', problems);
  if (json === undefined) return none;
  const parsed = packSnapshotSchema.safeParse(asWrittenToday(json));
  if (parsed.success) return { snapshot: parsed.data, raw: json as PackSnapshot };
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  problems.push({
    part: 'snapshot',
    sentence: `${snapshotName} is not in the form that this version of the app reads${place === '' ? '' : ` (at ${place})`}; the parts in it cannot be checked.`,
  });
  return none;
}

function readManifest(attachment: ReadAttachment | undefined, problems: PackProblem[]): Manifest | null {
  const json = readJson(attachment, manifestName, 'manifest', problems);
  if (json === undefined) return null;
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  problems.push({
    part: 'manifest',
    sentence: `${manifestName} is not in the form that this version of the app reads; no part can be checked against it.`,
  });
  return null;
}

/** Undefined where there is nothing to read; the problem has been told then. */
function readJson(
  attachment: ReadAttachment | undefined,
  name: string,
  part: string,
  problems: PackProblem[],
): unknown {
  if (attachment === undefined) problems.push({ part, sentence: `${name} is missing from the pack.` });
  else if (!attachment.ok)
    problems.push({ part, sentence: `${name} was changed or damaged after the pack was made: ${attachment.problem}.` });
  else {
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(attachment.content)) as unknown;
    } catch {
      problems.push({
        part,
        sentence: `${name} was changed or damaged after the pack was made: it is no longer valid JSON.`,
      });
    }
  }
  return undefined;
}

function compareRecords(
  manifest: Manifest,
  snapshot: PackSnapshot | null,
  bytes: Uint8Array | undefined,
  problems: PackProblem[],
): void {
  const stated = new Map(manifest.parts.map((part) => [part.part, part.sha256]));
  if (bytes !== undefined && sha256(bytes) !== stated.get('snapshot')) {
    problems.push({
      part: 'snapshot',
      sentence: `${snapshotName} is not the one that the manifest was made from: its SHA-256 differs.`,
    });
  }
  if (snapshot === null) return;
  const found = new Map(partsOf(snapshot, sha256, 'asWritten').map((part) => [part.part, part.sha256]));
  for (const [part, hash] of stated) {
    if (part === 'snapshot') continue;
    const actual = found.get(part);
    if (actual === undefined)
      problems.push({ part, sentence: `The manifest names ${part}, and ${snapshotName} does not hold it.` });
    else if (actual !== hash)
      problems.push({ part, sentence: `${part} in ${snapshotName} differs from what the manifest states.` });
  }
  for (const part of found.keys()) {
    if (!stated.has(part))
      problems.push({ part, sentence: `${snapshotName} holds ${part}, and the manifest does not name it.` });
  }
}

function compareFile(
  { part, file }: ManifestPart,
  byName: ReadonlyMap<string, ReadAttachment>,
  problems: PackProblem[],
): void {
  if (!file?.attachment) return;
  const name = file.attachment;
  const attachment = byName.get(name);
  if (attachment === undefined)
    problems.push({ part, sentence: `The evidence file ${name} is missing from the pack.` });
  else if (!attachment.ok)
    problems.push({
      part,
      sentence: `The evidence file ${name} was changed or damaged after the pack was made: ${attachment.problem}.`,
    });
  else if (sha256(attachment.content) !== file.sha256)
    problems.push({
      part,
      sentence: `The evidence file ${name} is not the one that the manifest states: its SHA-256 differs.`,
    });
}

/** Only what the register of this pack may show is said to stand in it. */
function comparePictures(
  { identity }: PackSnapshot,
  files: ReadonlyMap<string, ManifestFile>,
  problems: PackProblem[],
): void {
  const pictured = [...files].filter(([, file]) => file.pictured === true);
  const wrong = pictured.find(([, file], at) => at >= mostPictures || !mayBePictured(identity, file));
  if (wrong === undefined) return;
  problems.push({
    part: `evidence:${wrong[0]}`,
    sentence: `${manifestName} says that the first page of ${wrong[0]} stands in the register, and no such pack shows it.`,
  });
}

/** Whatever else stands in the manifest must be what the facts give, to the byte. */
function compareManifest(
  snapshot: PackSnapshot,
  files: ReadonlyMap<string, ManifestFile>,
  bytes: Uint8Array | undefined,
  problems: PackProblem[],
): void {
  const wrongHash = snapshot.facts.evidence.find((item) => {
    const file = files.get(`${item.reference}@${item.version}`);
    return file?.attachment && item.sha256 && item.sha256 !== file.sha256;
  });
  if (wrongHash) {
    const key = `${wrongHash.reference}@${wrongHash.version}`;
    problems.push({
      part: `evidence:${key}`,
      sentence: `The file attached as ${key} is not the one that the facts record: their SHA-256 differs.`,
    });
  } else if (
    bytes !== undefined &&
    canonicalJson(manifestOf(snapshot, files, sha256, 'asWritten')) !== Buffer.from(bytes).toString('utf8')
  ) {
    problems.push({
      part: 'manifest',
      sentence: `${manifestName} and ${snapshotName} are not of one pack: the facts give another manifest.`,
    });
  }
}
