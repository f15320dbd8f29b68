import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readImport } from '../../electron/importers/readImport.ts';
import type { ImportKind } from '../../shared/domain/importing/importKinds.ts';
import type { ImportedRow, ReadImportInput, ReadImportOutput } from '../../shared/domain/importing/reading.ts';
import { scratchFolder } from '../support/scratch.ts';

const fixtureFolder = fileURLToPath(new URL('../fixtures/imports/', import.meta.url));

export function fixtureFile(name: string): string {
  return join(fixtureFolder, name);
}

export type ReadOptions = Partial<Omit<ReadImportInput, 'source' | 'kind' | 'out'>> & {
  readonly onReport?: () => void;
};

export interface WhatWasRead {
  readonly output: ReadImportOutput;
  /** The good rows' fields, as the engine finds them in the NDJSON. */
  readonly rows: readonly Record<string, unknown>[];
  readonly numbers: readonly number[];
  /** What the refused rows name. */
  readonly refused: readonly Record<string, unknown>[];
}

async function run(kind: ImportKind, source: ReadImportInput['source'], name: string, options: ReadOptions) {
  const out = join(scratchFolder(), 'rows.ndjson');
  const { onReport, ...rest } = options;
  const input = { source, name, kind, sheet: null, mapping: null, valueMaps: {}, defaults: {}, out, ...rest };
  return { out, result: await readImport(input, () => onReport?.()) };
}

/** Reads, and expects the file as a whole to be accepted. */
async function mustRead(kind: ImportKind, source: ReadImportInput['source'], name: string, options: ReadOptions) {
  const { out, result } = await run(kind, source, name, options);
  if (!result.ok) throw new Error(result.error.message);
  const text = readFileSync(out, 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  const parsed = lines.map((line) => JSON.parse(line) as ImportedRow);
  const good = parsed.filter(({ refused }) => refused !== true);
  return {
    output: result.value,
    rows: good.map(({ fields }) => fields),
    numbers: good.map(({ row }) => row),
    refused: parsed.filter(({ refused }) => refused === true).map(({ fields }) => fields),
  };
}

export { mustRead as readSource };

export function readFixture(kind: ImportKind, name: string, options: ReadOptions = {}): Promise<WhatWasRead> {
  return mustRead(kind, { file: fixtureFile(name) }, name, options);
}

export function readPasted(kind: ImportKind, text: string, options: ReadOptions = {}): Promise<WhatWasRead> {
  return mustRead(kind, { text }, 'pasted table', options);
}

/** Reads bytes as a file of that name. */
export function readBytes(
  kind: ImportKind,
  name: string,
  bytes: Uint8Array | string,
  options: ReadOptions = {},
): Promise<WhatWasRead> {
  return mustRead(kind, { file: scratchFile(bytes) }, name, options);
}

/** The sentence with which bytes of that name are refused; fails if they are not. */
export async function refusalOf(
  kind: ImportKind,
  name: string,
  bytes: Uint8Array | string,
  options: ReadOptions = {},
): Promise<string> {
  return refusalOfFile(kind, name, scratchFile(bytes), options);
}

export function refusalOfFile(kind: ImportKind, name: string, file: string, options: ReadOptions = {}) {
  return refusalOfSource(kind, { file }, name, options);
}

export async function refusalOfSource(
  kind: ImportKind,
  source: ReadImportInput['source'],
  name: string,
  options: ReadOptions = {},
) {
  const { result } = await run(kind, source, name, options);
  if (result.ok) throw new Error(`${name} was accepted: ${JSON.stringify(result.value).slice(0, 500)}`);
  if (result.error.kind !== 'invalidInput') throw new Error(`${name}: ${result.error.kind} ${result.error.message}`);
  return result.error.message;
}

export function scratchFile(bytes: Uint8Array | string): string {
  const file = join(scratchFolder(), 'input');
  writeFileSync(file, bytes);
  return file;
}
