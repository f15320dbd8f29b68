import { isPublicFile } from '../../shared/domain/pack/editions/publicMarks.ts';
import { type Absence, type ManifestFile, manifestName, snapshotName } from '../../shared/domain/pack/manifest.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { isLinked } from '../../shared/domain/pack/paper/paperFacts.ts';
import { canonicalFacts } from '../../shared/domain/records/canonical.ts';
import { type Evidence, evidenceKey } from '../../shared/domain/records/evidence.ts';
import type { FirstPage } from './pictures/firstPage.ts';
import type { EvidenceSource } from './tasks.ts';

/** One file that goes into the pack. */
export interface PlannedFile {
  readonly key: string;
  readonly attachment: string;
  readonly title: string;
  readonly source: EvidenceSource;
}

export interface EvidencePlan {
  /** Evidence key → what becomes of its file. */
  readonly files: ReadonlyMap<string, ManifestFile>;
  readonly attached: readonly PlannedFile[];
  /** What is too large to travel inside and lies in the companion, under its `attachment` name. */
  readonly outside: readonly PlannedFile[];
  /** Evidence key → its first page, where the register shows it. */
  readonly firstPages?: ReadonlyMap<string, FirstPage>;
}

/** Evidence in one pack, at most; larger packs are slow to open and to send (`docs/formats.md`). */
const mostEvidenceBytes = 200_000_000;

/** Which evidence files travel in the pack, in the order of the register, and why the others do not. */
export function planEvidence(
  snapshot: PackSnapshot,
  sources: readonly EvidenceSource[],
  most = mostEvidenceBytes,
): EvidencePlan {
  const byKey = new Map(sources.map((source) => [source.key, source]));
  const files = new Map<string, ManifestFile>();
  const attached: PlannedFile[] = [];
  const outside: PlannedFile[] = [];
  const excluded = exclusionOf(snapshot);
  // As file systems tell names apart that fold case and accents written apart.
  const names = new Set<string>([snapshotName, manifestName].map(folded));
  let total = 0;
  for (const item of canonicalFacts(snapshot.facts).evidence) {
    const key = evidenceKey(item);
    const source = byKey.get(key);
    const known = {
      sha256: source?.sha256 ?? item.sha256,
      bytes: source?.bytes ?? item.bytes,
      mediaType: source?.mediaType ?? null,
    };
    const absent = absenceOf(item, source) ?? excluded(item);
    if (absent !== null || source === undefined) {
      files.set(key, { attachment: null, absent: absent ?? 'noFile', ...known });
      continue;
    }
    const attachment = nameFor(key, source.name, names);
    names.add(folded(attachment));
    const planned = { key, attachment, title: item.title ?? key, source };
    if (total + source.bytes > most) {
      files.set(key, { attachment: null, absent: 'tooLarge', ...known, companion: attachment });
      outside.push(planned);
      continue;
    }
    total += source.bytes;
    files.set(key, { attachment, absent: null, ...known });
    attached.push(planned);
  }
  return { files, attached, outside };
}

function absenceOf(item: Evidence, source: EvidenceSource | undefined): Absence | null {
  if (item.withheld === true) return 'withheld';
  if (source === undefined) return item.sha256 === null && item.file === null ? 'noFile' : 'notInStore';
  return null;
}

/** What this kind of file, or this edition, does not take along. */
function exclusionOf({ facts, identity }: PackSnapshot): (item: Evidence) => Absence | null {
  if (identity.edition === 'public') return (item) => (isPublicFile(item) ? null : 'notPublic');
  if (identity.document?.kind !== 'paper') return () => null;
  const references = new Set(facts.criteria.map((criterion) => criterion.reference));
  return (item) => (isLinked(item, references) ? null : 'notPart');
}

/** `EV-001@1 original-name.ext`: unique, and a name that every file system takes. */
function nameFor(key: string, original: string, taken: ReadonlySet<string>): string {
  const last = original.split(/[\\/]/).pop() ?? '';
  const dot = last.lastIndexOf('.');
  const extension = dot > 0 && last.length - dot <= 12 ? safe(last.slice(dot)) : '';
  const stem = `${safe(key).slice(0, 60)} ${safe(extension === '' ? last : last.slice(0, dot)).slice(0, 100)}`.trim();
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : ` (${number})`}${extension}`;
    if (!taken.has(folded(name))) return name;
  }
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Without separators, control characters, and what Windows forbids. */
export function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '_').trim();
}
