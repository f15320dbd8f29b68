import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';
import type { ImportedRow, ReadImportOutput } from '../../../shared/domain/importing/reading.ts';

/** A table that was read and waits: its rows lie in a file of their own, so that what was shown is what is taken. */
export interface Reading {
  readonly folder: string;
  readonly rows: string;
  readonly name: string;
  readonly kind: ImportKind;
  readonly releaseId: string;
  /** What rows say that say nothing of it themselves. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly output: ReadImportOutput;
  /** How the person asked for it to be read, to be remembered once it is taken; null: as it read by itself. */
  readonly chosen: { readonly mapping: Readonly<Record<string, string>> | null; readonly valueMaps: ValueMaps };
  /** The ids of the missing that the person was told of; only these may be closed. Null: nobody was told anything. */
  readonly told: ReadonlySet<string> | null;
  /** The rows that were taken already, by their place in the file. */
  readonly done: ReadonlySet<number>;
}

type ValueMaps = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The readings of this engine; a handful at most, for each keeps its rows on disk. */
export interface HeldReadings {
  readonly hold: (token: string, reading: Reading) => void;
  readonly find: (token: string) => Reading | null;
  readonly forget: (token: string) => void;
  readonly clear: () => void;
}

const mostHeld = 4;

export function createHeldReadings(): HeldReadings {
  const held = new Map<string, Reading>();
  const forget = (token: string) => {
    const reading = held.get(token);
    if (reading) rmSync(reading.folder, { recursive: true, force: true });
    held.delete(token);
  };
  return {
    hold: (token, reading) => {
      held.set(token, reading);
      for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - mostHeld))) forget(oldest);
    },
    find: (token) => held.get(token) ?? null,
    forget,
    clear: () => [...held.keys()].forEach(forget),
  };
}

/** A private place for the rows of one reading. */
export function readingFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sec-golive-import-'));
}

/** The rows one by one; a chunk at a time is in memory, however long the file. */
export function* rowsOf(reading: Pick<Reading, 'rows'>): Generator<ImportedRow> {
  const handle = openSync(reading.rows, 'r');
  const chunk = Buffer.allocUnsafe(1 << 16);
  let rest: Buffer = Buffer.alloc(0);
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      const block = rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, read)]) : chunk.subarray(0, read);
      const end = block.lastIndexOf(10);
      if (end >= 0)
        for (const line of block.toString('utf8', 0, end).split('\n')) yield JSON.parse(line) as ImportedRow;
      rest = Buffer.from(block.subarray(end + 1));
    }
    if (rest.length > 0) yield JSON.parse(rest.toString('utf8')) as ImportedRow;
  } finally {
    closeSync(handle);
  }
}
