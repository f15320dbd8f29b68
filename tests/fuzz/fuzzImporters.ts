import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { readImport } from '../../electron/importers/readImport.ts';
import { type ImportKind, importKindSpecs, importKinds } from '../../shared/domain/importing/importKinds.ts';
import { type ImportedRow, readImportOutputSchema } from '../../shared/domain/importing/reading.ts';
import { recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { dateStyles, partsOf, rawRow, textRow, zipOf } from '../importers/workbook.ts';
import { type FuzzStore, fuzzStore } from './fuzzStore.ts';
import { mutate, randomFrom } from './mutate.ts';

const folders = ['imports', 'inputs'].map((name) => fileURLToPath(new URL(`../fixtures/${name}/`, import.meta.url)));

interface Seed {
  readonly name: string;
  readonly make: (random: () => number) => Promise<Buffer>;
}

export interface FuzzSummary {
  readonly runs: number;
  readonly accepted: number;
  readonly refused: number;
  /** The run that took longest; whether that is too long is for the command to say, not for a test. */
  readonly slowest: { readonly run: string; readonly ms: number };
  /** What went wrong, with the number of the run that shows it again. */
  readonly faults: readonly string[];
}

/**
 * Reads `count` broken copies of the fixtures. Each must be accepted, and is then taken into a store, or refused with one
 * sentence; nothing may throw, and the store must be sound at the end.
 */
export async function fuzzImporters(count: number, seed: number, onRun: () => void = () => {}): Promise<FuzzSummary> {
  const seeds = seedsOf();
  const folder = mkdtempSync(join(tmpdir(), 'sec-golive-fuzz-'));
  const store = await fuzzStore(join(folder, 'store'));
  const faults: string[] = [];
  let accepted = 0;
  let slowest = { run: '', ms: 0 };
  try {
    for (let run = 0; run < count && faults.length < 10; run += 1) {
      onRun();
      const random = randomFrom(seed * 1_000_003 + run);
      const source = seeds[run % seeds.length] as Seed;
      const kind = importKinds[Math.floor(random() * importKinds.length)] as ImportKind;
      const bytes = await source.make(random);
      const start = performance.now();
      const outcome = await readOnce(store, folder, source.name, kind, bytes, random() < 0.2).catch(
        (error) => `threw ${error}`,
      );
      const took = performance.now() - start;
      const name = `run ${run} (${source.name}, ${kind})`;
      if (took > slowest.ms) slowest = { run: name, ms: took };
      if (outcome === 'accepted') accepted += 1;
      else if (outcome !== 'refused') faults.push(`${name}: ${outcome}`);
    }
    faults.push(...(await store.problems()));
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { runs: count, accepted, refused: count - accepted - faults.length, slowest, faults };
}

function seedsOf(): readonly Seed[] {
  const seeds: Seed[] = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !name.endsWith('.expected.json'))
      .sort()
      .map((name): Seed => {
        const bytes = readFileSync(join(folder, name));
        return { name, make: async (random) => mutate(bytes, random) };
      }),
  );
  const parts = workbookParts();
  seeds.push({ name: 'archive.xlsx', make: async (random) => mutate(await zipOf(parts), random) });
  for (const part of Object.keys(parts))
    seeds.push({
      name: `${part} in a.xlsx`,
      make: (random) => zipOf({ ...parts, [part]: mutate(Buffer.from(parts[part] as string), random) }),
    });
  return seeds;
}

function workbookParts() {
  const cells = [
    '<c t="s"><v>0</v></c>',
    '<c t="s"><v>1</v></c>',
    '<c s="1"><v>44504.5</v></c>',
    '<c><f>1+1</f><v>2</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c t="b"><v>1</v></c>',
  ];
  const rows =
    textRow(1, 'Key', 'Summary', 'Due date', 'Severity', 'Workaround', 'Status') +
    rawRow(2, ...cells) +
    textRow(3, 'A-2', 'Two', '4 November 2021', 'High', '', 'Done');
  return partsOf({
    sheets: [{ name: 'A', rows, after: '<mergeCells><mergeCell ref="A4:B5"/></mergeCells>' }],
    sharedStrings: '<si><t>A-1</t></si><si><r><t>rich _x000D_</t></r><rPh><t>aid</t></rPh></si>',
    styles: dateStyles,
  });
}

async function readOnce(
  store: FuzzStore,
  folder: string,
  name: string,
  kind: ImportKind,
  bytes: Buffer,
  pasted: boolean,
): Promise<string> {
  const file = join(folder, 'input');
  const out = join(folder, 'rows.ndjson');
  writeFileSync(file, bytes);
  const source = pasted ? { text: bytes.toString('utf8') } : { file };
  const result = await readImport(
    { source, name, kind, sheet: null, mapping: null, valueMaps: {}, defaults: {}, out },
    () => {},
  );
  if (!result.ok) {
    const { kind: error, message } = result.error;
    if (error !== 'invalidInput' || !isSentence(message))
      return `was refused with ${error}: ${JSON.stringify(message)}`;
    return 'refused';
  }
  const output = readImportOutputSchema.safeParse(result.value);
  if (!output.success) return `answered what its schema refuses: ${output.error.message}`;
  const unfit = output.data.problems.find(({ sentence }) => !isSentence(sentence));
  if (unfit) return `told a problem in no sentence: ${JSON.stringify(unfit)}`;
  const rows = checkRows(kind, readFileSync(out, 'utf8'), output.data.good);
  return rows === 'accepted' ? store.take(kind, source) : rows;
}

/** Each line has to be what the store would take: fields of the record, with values that its schema accepts. */
function checkRows(kind: ImportKind, text: string, good: number): string {
  const lines = text.split('\n').filter((line) => line !== '');
  const taken = lines.filter((line) => (JSON.parse(line) as ImportedRow).refused !== true);
  if (taken.length !== good) return `said ${good} good rows and wrote ${taken.length}`;
  const shape = recordKinds[importKindSpecs[kind].record].schema.shape as unknown as Readonly<
    Record<string, z.ZodType>
  >;
  for (const line of lines) {
    const { fields } = JSON.parse(line) as { fields: Record<string, unknown> };
    for (const [field, value] of Object.entries(fields)) {
      if (!Object.hasOwn(shape, field)) return `wrote the unknown field ${field}`;
      if (!shape[field]?.safeParse(value).success) return `wrote ${field} = ${JSON.stringify(value)?.slice(0, 100)}`;
    }
  }
  return 'accepted';
}

function isSentence(text: string): boolean {
  return /^[\p{Lu}“\d(].*[.!?…]$/u.test(text) && text.isWellFormed() && text.length < 2000;
}
