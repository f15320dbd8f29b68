import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { findRepeatedKey, type RepeatedKey } from './repeatedKey.ts';

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
    const value: unknown = JSON.parse(text);
    const repeated = findRepeatedKey(text);
    return repeated ? refuseRepeated(path, text, repeated) : ok(value);
  } catch (error) {
    return fail(
      'invalidInput',
      `${path} is not complete JSON${placeOf(error, text)}; it may have been cut short or edited by hand.`,
      path,
    );
  }
}

/** Of two values of one key the later would be taken, and the earlier lost. */
function refuseRepeated(path: string, text: string, { path: where, offset }: RepeatedKey): Result<never> {
  const sentence = `In ${basename(path)}, ${where} is stated twice, the second time${lineOf(text, offset)}, and only one of the two can be taken; make one of them.`;
  return fail('invalidInput', sentence, where);
}

/** ` (line 12, column 5)` from V8's message; empty where it does not say. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  const offset = /position (\d+)/.exec(message)?.[1] ?? (/end of JSON/i.test(message) ? String(text.length) : null);
  return offset === null ? '' : lineOf(text, Number(offset));
}

function lineOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return ` (line ${before.length}, column ${(before[before.length - 1]?.length ?? 0) + 1})`;
}
