import { basename, dirname, join } from 'node:path';

/** Where the companion of a pack lies: beside it, `NAME.evidence.zip`. */
export function companionOf(pack: string): string {
  return join(dirname(pack), `${basename(pack).replace(/\.pdf$/i, '')}.evidence.zip`);
}
