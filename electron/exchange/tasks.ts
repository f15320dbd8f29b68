/*
 * Bundles are opened in a disposable process, for whoever unpacks and deciphers what came from outside may be kept busy,
 * or filled, until the system ends it. The engine gets a list of contents and texts of which every line was checked.
 */
import type { Task } from '../../shared/contract/tasks.ts';
import type { Manifest } from '../../shared/domain/merge/manifest.ts';

export interface OpenBundleInput {
  readonly file: string;
  /** Null: none was given. */
  readonly passphrase: string | null;
  /** An empty folder for what is unpacked; whoever made it takes it away. */
  readonly out: string;
  /** Whether the files that go along are read to their end too; nothing of them is kept. */
  readonly checkFiles: boolean;
}

/** What was unpacked into `out`, beside the two texts. */
export interface OpenedBundle {
  /** The archive without its passphrase: the very file, or a copy in `out`. */
  readonly archive: string;
  readonly manifest: Manifest;
  /** The hashes of the files that go along. */
  readonly files: readonly string[];
  /** The SHA-256 that stands at the archive's end: it names this very file. */
  readonly token: string;
  /** Sentences for lines that cannot be taken, each once; no more than a person reads. */
  readonly refused: readonly string[];
}

/** In `out`: one checked line for each record, and for each entry of the history. */
export const textNames = { changes: 'changes.ndjson', history: 'history.ndjson' } as const;

/** Unpacks files that go along into `out`, each under its hash. */
export interface UnpackFilesInput {
  /** As `OpenedBundle.archive` says. */
  readonly file: string;
  /** Of the archive that was opened before: another one in its place is refused. */
  readonly token: string;
  readonly wanted: readonly string[];
  readonly out: string;
}

export interface BundleTasks {
  readonly openBundle: Task<OpenBundleInput, OpenedBundle>;
  readonly unpackFiles: Task<UnpackFilesInput, null>;
}
