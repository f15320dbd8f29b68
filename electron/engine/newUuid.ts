import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes are drawn for many ids at once: an import needs a hundred thousand of them. */
const pool = new Uint8Array(16 * 1024);
let used = pool.length;

/** A global id whose order is the order of time (UUIDv7). */
export function newUuid(): string {
  if (used >= pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  return v7({ random });
}
