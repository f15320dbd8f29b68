import { randomFillSync } from 'node:crypto';
import { parse, v7 } from 'uuid';

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

/** The greatest millisecond that fits; what claims to be later is no time. */
const lastMillisecond = 2 ** 48 - 2;

/** Every id from now on comes after this one, whatever the clock says; an id of another kind changes nothing. */
export function stayBehind(id: string): void {
  if (id <= lastId() || !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) return;
  const bytes = parse(id);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const msecs = view.getUint16(0) * 2 ** 32 + view.getUint32(2);
  if (msecs > lastMillisecond) return;
  const [b6 = 0, b7 = 0, b8 = 0, b9 = 0, b10 = 0] = bytes.subarray(6, 11);
  const seq = (((b6 & 0x0f) << 28) | (b7 << 20) | ((b8 & 0x3f) << 14) | (b9 << 6) | (b10 >>> 2)) >>> 0;
  last = { msecs, seq };
}

/** The least id that could have been made last. */
function lastId(): string {
  return v7({ random: new Uint8Array(16), ...last });
}
