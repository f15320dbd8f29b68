import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes are drawn for many ids at once: an import needs a hundred thousand of them. */
const pool = new Uint8Array(16 * 1024);
let used = pool.length;
/** The last id's millisecond, and its place within it: given random bytes of ours, the library counts neither. */
let last = { msecs: 0, seq: 0 };

/** A global id whose order is the order of making (UUIDv7), also within a millisecond and when the clock goes back. */
export function newUuid(): string {
  if (used >= pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  last = placeAfter(last, Date.now(), random);
  return v7({ random, ...last });
}

/** 32 bits of counting: a millisecond's first id begins in the lower half of them, at random. */
function placeAfter({ msecs, seq }: typeof last, now: number, random: Uint8Array): typeof last {
  if (now > msecs) return { msecs: now, seq: new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1 };
  return seq < 0xffffffff ? { msecs, seq: seq + 1 } : { msecs: msecs + 1, seq: 0 };
}
