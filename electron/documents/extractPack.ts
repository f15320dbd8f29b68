import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readFault, writeFault } from '../../shared/domain/foundation/fileFault.ts';
import { foldedName, isDeviceName, withoutEndDots } from '../../shared/domain/foundation/fileNames.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { safe } from './evidencePlan.ts';
import { readAttachments } from './read/readAttachments.ts';
import type { Report } from './renderPack.ts';
import type { ExtractedPack, ExtractPackInput } from './tasks.ts';

/** Writes a pack's attachments into a folder under names that stay inside it; files that are there are not replaced. */
export async function extractPack(input: ExtractPackInput, report: Report): Promise<Result<ExtractedPack>> {
  report({ text: 'Reading the pack', fraction: null });
  let file: Uint8Array;
  try {
    file = readFileSync(input.file);
  } catch (error) {
    return fail('invalidInput', `${basename(input.file)} ${readFault(error)}.`, input.file);
  }
  const { attachments, problems } = await readAttachments(file);
  if (attachments.length === 0)
    return fail('invalidInput', problems[0] ?? 'This PDF has no attachments: it is not a pack.', input.file);
  const written: string[] = [];
  const damaged: string[] = [];
  for (const attachment of attachments) {
    if (!attachment.ok) {
      damaged.push(attachment.name);
      continue;
    }
    const name = freeName(attachment.name, written);
    const target = join(input.out, name);
    const there = lstatSync(target, { throwIfNoEntry: false });
    if (there) {
      if (there.isFile() && Buffer.compare(readFileSync(target), attachment.content) === 0) written.push(name);
      else
        return fail('conflict', `${name} is already in the folder with other content; choose an empty folder.`, target);
      continue;
    }
    try {
      writeFileSync(target, attachment.content, { flag: 'wx' });
    } catch (error) {
      return fail('storeFailed', `${name} ${writeFault(error)}.`, target);
    }
    written.push(name);
  }
  if (damaged.length === 0) return ok({ files: written });
  return fail(
    'invalidInput',
    `${damaged.join(', ')} ${damaged.length === 1 ? 'is' : 'are'} damaged and could not be written; ${written.length} other ${written.length === 1 ? 'file was' : 'files were'}.`,
    input.file,
  );
}

/** One name, no path: `../../etc/passwd` becomes `.._.._etc_passwd`. */
function freeName(name: string, taken: readonly string[]): string {
  const clean = withoutEndDots(safe(name).replace(/^\.+$/, '_')) || 'unnamed';
  const reserved = isDeviceName(clean) ? `_${clean}` : clean;
  const known = new Set(taken.map(foldedName));
  for (let number = 1; ; number += 1) {
    const candidate = shortened(number === 1 ? reserved : `${number} ${reserved}`);
    if (!known.has(foldedName(candidate))) return candidate;
  }
}

const longestName = 240;

/** File systems count bytes, most of them up to 255; the ending stays. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= longestName) return name;
  const ending = Buffer.byteLength(extname(name)) <= 20 ? extname(name) : '';
  const room = longestName - Buffer.byteLength(ending);
  let kept = '';
  for (const sign of name) {
    if (Buffer.byteLength(kept + sign) > room) break;
    kept += sign;
  }
  return withoutEndDots(kept) + ending;
}
