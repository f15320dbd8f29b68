/**
 * What the disposable document process can be asked (`../engine/disposable.ts` carries it): plain data, paths instead of
 * contents. The engine gathers, this floor computes and writes; it never sees the store.
 */
import type { Task } from '../../shared/contract/tasks.ts';
import type { DocumentModel } from '../../shared/domain/pack/blocks.ts';
import type { ComparedStates } from '../../shared/domain/pack/compare/compareStates.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import type { SignatureState } from '../../shared/domain/rulebook/context/signatureState.ts';

/** One evidence file to travel inside the pack. `path` is where its content lies now. */
export interface EvidenceSource {
  /** `EV-001@1`. */
  readonly key: string;
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Makes the pack's PDF at `out` (a temporary file that the engine publishes). */
export interface ExportPackInput {
  readonly snapshot: PackSnapshot;
  readonly evidence: readonly EvidenceSource[];
  readonly out: string;
  /** Where to write the companion zip, if the evidence needs one (a temporary file, too); default: beside `out`. */
  readonly companion?: string;
  /** How much evidence travels inside; only tests state another limit than the settled one. */
  readonly mostEvidenceBytes?: number;
  /** Only to be looked at in the window: its words are not read back, for it never leaves the app. */
  readonly toLookAt?: boolean;
}

export interface ExportedPack {
  readonly pages: number;
  readonly manifestSha256: string;
  /** Whether a companion zip was written. */
  readonly companion: boolean;
  /** What the reader should know: replaced characters, evidence that was left out for its size. */
  readonly notes: readonly string[];
}

/** Checks a pack against its manifest and, with the same renderer, by rendering it anew in `work` (a scratch folder). */
export interface VerifyPackInput {
  readonly file: string;
  readonly work: string;
  readonly appVersion: string;
  /** What would render the pages; only tests state another than this app's. */
  readonly renderer?: string;
}

export interface PackProblem {
  /** `evidence:EV-001@1`, `criterion:AC-01`, `snapshot`, `manifest`, `pages`, `file`. */
  readonly part: string;
  readonly sentence: string;
}

export interface VerifiedPack {
  readonly ok: boolean;
  readonly pages: 'checked' | 'notChecked';
  readonly problems: readonly PackProblem[];
  readonly signatures: readonly CheckedSignature[];
  /** Absent where all evidence travels inside the pack. */
  readonly companion?: CompanionState;
}

/** One signature under the facts of the submission, as it was found in a pack. */
export interface CheckedSignature {
  readonly organisation: string;
  readonly by: string;
  readonly key: string;
  /** What two people compare by telephone. */
  readonly fingerprint: string;
  readonly state: SignatureState;
  /** What was changed after it, in words; [] where it is on these facts. */
  readonly changed: string[];
  /** For whom else this key signed; [] where each signed with its own. */
  readonly alsoSignedFor: string[];
}

/** The zip with the evidence that is too large for the pack: checked, or not beside it. */
export interface CompanionState {
  readonly name: string;
  readonly state: 'checked' | 'notThere';
  /** How many files it is to hold. */
  readonly files: number;
}

/** What can be read of a pack beside the verdict. */
export interface InspectedFile {
  readonly verified: VerifiedPack;
  /** Null: its facts cannot be read. */
  readonly snapshot: PackSnapshot | null;
  /** `bytes` null: it is damaged. */
  readonly attachments: readonly { readonly name: string; readonly bytes: number | null }[];
}

/** Writes the pack's attachments into `out` (an existing folder). */
export interface ExtractPackInput {
  readonly file: string;
  readonly out: string;
}

export interface ExtractedPack {
  readonly files: readonly string[];
}

/** Reads the facts of two packs and says what changed between them. */
export interface ComparePacksInput {
  readonly before: string;
  readonly after: string;
}

/** Reads the snapshot that a pack was made from. */
export interface ReadPackInput {
  readonly file: string;
}

/** Makes a report's PDF at `out`: the first of the models whose sections are one page each. */
export interface ExportReportInput {
  readonly models: readonly DocumentModel[];
  readonly out: string;
}

export interface ExportedReport {
  readonly pages: number;
  readonly notes: readonly string[];
}

/** A file as the store issued it. A reference is one file's within its release alone: two of one slot share theirs. */
export interface IssuedFile {
  readonly reference: string;
  readonly path: string;
  readonly release: ReleaseOfFile;
}

/** The release that a file is of. */
export interface ReleaseOfFile {
  /** Null: its facts name none. */
  readonly id: string | null;
  readonly name: string;
}

/** Reads a paper that was filled in. `kept`: every paper of the store, as it was issued, of its own release first. */
export interface ReadPaperInput {
  readonly file: string;
  readonly kept: readonly IssuedFile[];
}

export interface ReadPaper {
  /** What its own field says; null: it has lost it. */
  readonly reference: string | null;
  /** By its attached facts, or the issued file that it is; null: neither tells. */
  readonly release: ReleaseOfFile | null;
  /** Whether it holds fields to answer in. */
  readonly hasForm: boolean;
  /** Where it holds none: which of the kept papers its first page names. */
  readonly printed: string | null;
  /** Every field of its form, '' where nothing was filled in. */
  readonly values: Readonly<Record<string, string>>;
  /** Where it is not the paper that was issued, a sentence each. */
  readonly changed: readonly string[];
}

/** Reads what readers remarked in a copy of a pack or paper. `work`: a scratch folder. */
export interface ReadCommentsInput {
  readonly file: string;
  readonly work: string;
  /** Every final pack and paper of the store, as it was issued, of its own release first. */
  readonly kept: ReadPaperInput['kept'];
}

export interface ReadComments {
  /** Null: it does not say which pack or paper it is. */
  readonly pack: string | null;
  /** By its attached facts, or the issued file that it is; null: neither tells. */
  readonly release: ReleaseOfFile | null;
  /** Where its pages are not those that were issued, a sentence each; null: they could not be compared. */
  readonly changed: readonly string[] | null;
  readonly comments: readonly ReadComment[];
}

interface ReadComment {
  /** Of the file as it was issued, counted from one; null: it was made on a page that is none of that file. */
  readonly page: number | null;
  /** `kind:key`; null: before the first record, or on no page of the file. */
  readonly at: string | null;
  /** The words that it marks. */
  readonly quoted: string | null;
  readonly author: string | null;
  /** A calendar date. */
  readonly on: string | null;
  readonly text: string;
}

export interface DocumentTasks {
  readonly exportReport: Task<ExportReportInput, ExportedReport>;
  readonly exportPack: Task<ExportPackInput, ExportedPack>;
  readonly verifyPack: Task<VerifyPackInput, VerifiedPack>;
  readonly inspectPack: Task<VerifyPackInput, InspectedFile>;
  readonly comparePacks: Task<ComparePacksInput, ComparedStates>;
  readonly readPack: Task<ReadPackInput, PackSnapshot>;
  readonly extractPack: Task<ExtractPackInput, ExtractedPack>;
  readonly readPaper: Task<ReadPaperInput, ReadPaper>;
  readonly readComments: Task<ReadCommentsInput, ReadComments>;
}
