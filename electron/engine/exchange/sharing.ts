import { z } from 'zod';
import { knowledgeSchema } from '../../../shared/domain/merge/wire.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { readMeta, writeMeta } from '../../store/metadata.ts';

/** What became of a bundle in the shared folder. Its size and time tell whether the file is still the same. */
const seenSchema = z.strictObject({
  stamp: z.string(),
  state: z.enum(['done', 'waiting']),
  from: z.string().nullable(),
  release: z.string().nullable(),
  /** Store and release, of whose bundles only the newest is worth showing. */
  line: z.string(),
  /** Whether it could be applied as it is: one that builds on another that has not arrived cannot. */
  isWhole: z.boolean(),
  sentence: z.string(),
});
export type SeenBundle = z.output<typeof seenSchema>;

/** The shared folder of this store. It is the store's own affair: no other store hears of it. */
const sharedFolderSchema = z.strictObject({
  folder: z.string(),
  automatic: z.boolean(),
  releases: z.array(z.string()),
  counter: z.int(),
  /** What each release's newest bundle there says, and how many were written since the last whole one. */
  sent: z.record(z.string(), z.strictObject({ knowledge: knowledgeSchema, sinceWhole: z.int() })),
  seen: z.record(z.string(), seenSchema),
  lastSync: z.string().nullable(),
  problem: z.string().nullable(),
});
export type SharedFolder = z.output<typeof sharedFolderSchema>;

const key = 'exchangeFolder';

export function readSharing(db: ReadableDb): SharedFolder | null {
  const text = readMeta(db, key);
  return text === null || text === '' ? null : sharedFolderSchema.parse(JSON.parse(text));
}

export function writeSharing(db: WritableDb, sharing: SharedFolder | null): void {
  writeMeta(db, key, sharing ? JSON.stringify(sharing) : '');
}

/** A folder just chosen: nothing was read or written there yet. */
export function newSharing(folder: string, releases: readonly string[]): SharedFolder {
  return {
    folder,
    automatic: false,
    releases: [...releases],
    counter: 0,
    sent: {},
    seen: {},
    lastSync: null,
    problem: null,
  };
}

/**
 * What a person has to look at: of one sender's bundles of one release only the newest that can be applied, for it holds
 * the ones before it.
 */
export function waitingIn({ seen }: SharedFolder) {
  const shown = new Map<string, SeenBundle & { readonly name: string }>();
  for (const [name, bundle] of Object.entries(seen).sort(([left], [right]) => (left < right ? -1 : 1))) {
    const key = bundle.line || name;
    const known = shown.get(key);
    if (!known?.isWhole || known.state === 'done' || bundle.isWhole) shown.set(key, { name, ...bundle });
  }
  return [...shown.values()].filter(({ state }) => state === 'waiting');
}
