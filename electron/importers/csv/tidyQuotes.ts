const QUOTE = 0x22;
const BLANK = 0x20;

/**
 * Takes the blanks away that some programs write between a cell in quotation marks and its delimiter (`"Q-1" ,` and
 * `, "Q-1"`), where a CSV reader would take the marks for a part of the value. Bytes, for delimiters and marks are ASCII.
 */
export function createQuoteTidy(delimiter: string) {
  const sign = delimiter.charCodeAt(0);
  const ends = (byte: number | undefined) => byte === sign || byte === 10 || byte === 13;
  let inside = false;
  /** Whether what comes next begins a cell. */
  let atStart = true;
  let held: Buffer = Buffer.alloc(0);

  /** Takes all of `bytes` but an end that only the next piece can explain. */
  const pass = (bytes: Buffer, isLast: boolean): Buffer => {
    const out: Buffer[] = [];
    let from = 0;
    let at = 0;
    const hold = (start: number) => {
      out.push(bytes.subarray(from, start));
      held = Buffer.from(bytes.subarray(start));
      return Buffer.concat(out);
    };
    while (at < bytes.length) {
      if (inside) {
        const mark = bytes.indexOf(QUOTE, at);
        if (mark < 0) break;
        if (bytes[mark + 1] === QUOTE) {
          at = mark + 2;
          continue;
        }
        let next = mark + 1;
        while (bytes[next] === BLANK) next += 1;
        if (next >= bytes.length && !isLast) return hold(mark);
        const closes = next >= bytes.length || ends(bytes[next]);
        if (closes && next > mark + 1) {
          out.push(bytes.subarray(from, mark + 1));
          from = next;
        }
        // A mark in mid-cell closes nothing that a reader would join: the rest is taken as it stands.
        inside = false;
        atStart = false;
        at = closes ? next : mark + 1;
        continue;
      }
      if (atStart) {
        let next = at;
        while (bytes[next] === BLANK) next += 1;
        if (next >= bytes.length && !isLast) return hold(at);
        if (bytes[next] === QUOTE) {
          if (next > at) {
            out.push(bytes.subarray(from, at));
            from = next;
          }
          inside = true;
          atStart = false;
          at = next + 1;
          continue;
        }
        atStart = false;
      }
      while (at < bytes.length && !ends(bytes[at])) at += 1;
      if (at < bytes.length) {
        atStart = true;
        at += 1;
      }
    }
    out.push(bytes.subarray(from));
    held = Buffer.alloc(0);
    return Buffer.concat(out);
  };

  return {
    take: (chunk: Buffer): Buffer => pass(held.length > 0 ? Buffer.concat([held, chunk]) : chunk, false),
    rest: (): Buffer => pass(held, true),
  };
}
