import { isBlank, saying } from '../foundation/words.ts';
import type { AnyRecord } from './pairRecords.ts';

/** What became of the file of an evidence item: exchanged is only what was there and has other bytes. */
export function fileChange(before: AnyRecord, after: AnyRecord): string {
  const [was, is] = [fileOf(before), fileOf(after)];
  if (!was.isThere) return `its file was attached${is.name === null ? '' : `: ${saying(is.name)}`}`;
  if (!is.isThere) return `its file${was.name === null ? '' : ` ${saying(was.name)}`} was taken out`;
  if (was.sha256 !== null && is.sha256 !== null && was.sha256 !== is.sha256) return 'its file was exchanged';
  const told = [
    was.name === is.name ? null : `the name of its file was ${nameWords(was.name)}, is now ${nameWords(is.name)}`,
    was.sha256 === is.sha256
      ? null
      : `the SHA-256 of its file is ${is.sha256 === null ? 'not recorded any more' : 'recorded now'}`,
  ].filter((one) => one !== null);
  return told.length > 0 ? told.join('; ') : 'the recorded size of its file was changed';
}

function fileOf({ file, sha256 }: AnyRecord) {
  const name = typeof file === 'string' && !isBlank(file) ? file : null;
  const hash = typeof sha256 === 'string' ? sha256 : null;
  return { name, sha256: hash, isThere: name !== null || hash !== null };
}

function nameWords(name: string | null): string {
  return name === null ? 'not recorded' : saying(name);
}
