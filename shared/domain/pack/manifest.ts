import { z } from 'zod';
import { canonicalJson } from '../foundation/canonicalJson.ts';
import { canonicalFacts, recordsOf } from '../records/canonical.ts';
import { evidenceKey } from '../records/evidence.ts';
import { keyOf, type ListKind, listKinds } from '../records/recordKinds.ts';
import { flattenRelease } from '../records/releaseRecord.ts';
import { editions } from './packIdentity.ts';
import type { PackSnapshot } from './packSnapshot.ts';

const manifestFormat = 'sec-golive/manifest';
const manifestVersion = 1;
export const snapshotName = 'snapshot.json';
export const manifestName = 'manifest.json';

/** Why an evidence file does not travel inside the pack. */
const absences = ['withheld', 'noFile', 'notInStore', 'tooLarge', 'notPublic', 'notPart'] as const;
export type Absence = (typeof absences)[number];

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** The file of one evidence item: attached under a name, or absent for a reason. */
const manifestFileSchema = z.strictObject({
  attachment: z.string().nullable(),
  absent: z.enum(absences).nullable(),
  sha256: sha256Schema.nullable(),
  bytes: z.int().min(0).nullable(),
  mediaType: z.string().nullable(),
  /** Its name in the companion `NAME.evidence.zip`, where it is too large to travel inside. */
  companion: z.string().optional(),
  /** Its first page stands small in the register of this edition. */
  pictured: z.literal(true).optional(),
});
export type ManifestFile = Readonly<z.output<typeof manifestFileSchema>>;

const manifestPartSchema = z.strictObject({
  /** `criterion:AC-01`, `evidence:EV-001@1`, `snapshot`. */
  part: z.string(),
  /** Of the part's canonical JSON in the snapshot. */
  sha256: sha256Schema,
  file: manifestFileSchema.optional(),
});
export type ManifestPart = Readonly<z.output<typeof manifestPartSchema>>;

/** `manifest.json`: each part of the pack with its SHA-256, so that a change names what it changed. */
export const manifestSchema = z.strictObject({
  format: z.literal(manifestFormat),
  version: z.literal(manifestVersion),
  pack: z.strictObject({
    reference: z.string(),
    release: z.string(),
    asOf: z.string(),
    appVersion: z.string(),
    /** Absent: the full edition of a go-live pack. */
    edition: z.enum(editions).optional(),
    kind: z.string().optional(),
    /** How many things the public edition does not show. */
    leftOut: z.int().optional(),
  }),
  parts: z.array(manifestPartSchema),
});
export type Manifest = Readonly<z.output<typeof manifestSchema>>;

/** SHA-256 of UTF-8 text, as 64 hexadecimal digits: handed in, for this floor has no cryptography. */
export type Hash = (text: string) => string;

/**
 * Facts in canonical order; or just as they stand in a file, where that is what is checked: a later version knows more
 * fields and lists, and must not hash what was not written.
 */
type Order = 'canonical' | 'asWritten';

/** @param files evidence key (`EV-001@1`) → what became of its file. */
export function manifestOf(
  snapshot: PackSnapshot,
  files: ReadonlyMap<string, ManifestFile>,
  hash: Hash,
  order: Order = 'canonical',
): Manifest {
  const { reference, appVersion, edition, document, leftOut } = snapshot.identity;
  return {
    format: manifestFormat,
    version: manifestVersion,
    pack: {
      reference,
      release: snapshot.facts.release.name,
      asOf: snapshot.asOf,
      appVersion,
      ...(edition === 'full' ? {} : { edition }),
      ...(document ? { kind: document.kind } : {}),
      ...(leftOut ? { leftOut: leftOut.length } : {}),
    },
    parts: partsOf(snapshot, hash, order).map((part) => {
      const file = part.part.startsWith('evidence:') ? files.get(part.part.slice('evidence:'.length)) : undefined;
      return file ? { ...part, file } : part;
    }),
  };
}

/** Every part that a snapshot has, with the hash of its content: the snapshot as a whole, then each record and finding. */
export function partsOf(snapshot: PackSnapshot, hash: Hash, order: Order = 'canonical'): readonly ManifestPart[] {
  const { facts: given, readiness, identity, otherReleases, workingDays, rulebook } = snapshot;
  const facts = order === 'canonical' ? canonicalFacts(given) : given;
  const { findings, ...readinessWithout } = readiness;
  const named: (readonly [string, unknown])[] = [
    ['snapshot', order === 'canonical' ? snapshotContent(snapshot) : snapshot],
    ['identity', identity],
    ['rulebook', { rulebook, readiness: readinessWithout }],
    ['workingDays', workingDays],
    ['otherReleases', otherReleases],
    [`release:${facts.release.name}`, flattenRelease(facts)],
    ...listKinds.flatMap((kind) =>
      (recordsOf(facts, kind) ?? []).map((record) => [nameOf(kind, record), record] as const),
    ),
    ...findings.map((finding) => [findingName(finding), finding] as const),
  ];
  const seen = new Map<string, number>();
  return named.map(([name, content]) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { part: count === 1 ? name : `${name}#${count}`, sha256: hash(canonicalJson(content)) };
  });
}

/** The snapshot as it is written: its lists in canonical order, so that the order of entry changes nothing. */
export function snapshotContent(snapshot: PackSnapshot): PackSnapshot {
  return { ...snapshot, facts: canonicalFacts(snapshot.facts) };
}

function nameOf(kind: ListKind, record: Readonly<Record<string, unknown>>): string {
  return kind === 'evidence' ? `evidence:${evidenceKey(record as never)}` : `${kind}:${keyOf(kind, record as never)}`;
}

function findingName(finding: { readonly rule: string; readonly subject: string | null }): string {
  return finding.subject === null ? `finding:${finding.rule}` : `finding:${finding.rule}/${finding.subject}`;
}
