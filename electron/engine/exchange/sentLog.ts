import { z } from 'zod';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { readMeta, writeMeta } from '../../store/metadata.ts';

/** When bundles of a release were made last, by the reader's fingerprint; `*`: for whomever. Whether one arrived, only a receipt tells. */
const sentLogSchema = z.record(z.string(), z.record(z.string(), z.string()));
type SentLog = z.output<typeof sentLogSchema>;

const key = 'exchangeSent';
const whomever = '*';

function readLog(db: ReadableDb): SentLog {
  const text = readMeta(db, key);
  return text === null ? {} : sentLogSchema.parse(JSON.parse(text));
}

export function noteSent(db: WritableDb, releaseId: string, to: string | null, at: string): void {
  const log = readLog(db);
  const next = { ...log, [releaseId]: { ...log[releaseId], [to ?? whomever]: at } };
  writeMeta(db, key, JSON.stringify(next));
}

/** The later of what was made for this reader and for all; null: nothing was. */
export function lastSent(db: ReadableDb, releaseId: string | null, to: string | null): string | null {
  const sent = releaseId === null ? {} : (readLog(db)[releaseId] ?? {});
  const times = [sent[whomever], to === null ? undefined : sent[to]].filter((at) => at !== undefined);
  return times.sort().at(-1) ?? null;
}
