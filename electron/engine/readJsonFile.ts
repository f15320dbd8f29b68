import { readFileSync, statSync } from 'node:fs';
import { readFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';

const mostBytes = 256 * 1024 * 1024;

/** Reads a JSON file that comes from outside: missing, too large, not UTF-8 or not JSON is one sentence. */
export function readJsonFile(path: string, noun: string): Result<unknown> {
  let bytes: Buffer;
  try {
    const info = statSync(path);
    if (!info.isFile()) return fail('invalidInput', `${path} is not a file; name a ${noun}.`, path);
    if (info.size > mostBytes)
      return fail('invalidInput', `${path} is larger than 256 MB, too large for a ${noun}.`, path);
    bytes = readFileSync(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return fail(
      'invalidInput',
      missing ? `There is no file ${path}; check the path.` : `${path} ${readFault(error)}.`,
      path,
    );
  }
  if (bytes.length === 0) return fail('invalidInput', `${path} is empty; it holds no ${noun}.`, path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('invalidInput', `${path} is not UTF-8 text, so it is not a ${noun}; save it as UTF-8.`, path);
  }
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(
      'invalidInput',
      `${path} is not complete JSON${placeOf(error, text)}; it may have been cut short or edited by hand.`,
      path,
    );
  }
}

/** ` (line 12, column 5)` from V8's message; empty where it does not say. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  const offset = /position (\d+)/.exec(message)?.[1] ?? (/end of JSON/i.test(message) ? String(text.length) : null);
  if (offset === null) return '';
  const before = text.slice(0, Number(offset)).split('\n');
  return ` (line ${before.length}, column ${(before[before.length - 1]?.length ?? 0) + 1})`;
}
