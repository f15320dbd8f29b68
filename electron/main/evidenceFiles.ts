import { lstat, open, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { appScheme, evidenceHeaders, hosts } from './policies.ts';
import { typeOfContent } from './typeOfContent.ts';

const headBytes = 4096;

/**
 * The file of the store that an address names: `app://evidence/<sha256>`, 64 small hex digits and nothing more. Null for
 * every other address, for a file that is not there, and for a link.
 */
export async function resolveEvidence(files: string, url: string): Promise<string | null> {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== `${appScheme}:` || parsed.host !== hosts.evidence || parsed.search !== '') return null;
  const sha256 = /^\/([0-9a-f]{64})$/.exec(parsed.pathname)?.[1];
  if (!sha256) return null;
  const path = join(files, sha256.slice(0, 2), sha256);
  try {
    const [info, real, root] = await Promise.all([lstat(path), realpath(dirname(path)), realpath(files)]);
    return info.isFile() && real === join(root, sha256.slice(0, 2)) ? path : null;
  } catch {
    return null;
  }
}

async function firstOf(roots: readonly string[], url: string): Promise<string | null> {
  for (const root of roots) {
    const path = await resolveEvidence(root, url);
    if (path !== null) return path;
  }
  return null;
}

/** Answers the viewer with a file or the part of it that was asked for; only types that the viewer draws. */
export async function answerEvidence(roots: readonly string[], request: Request): Promise<Response> {
  const path = request.method === 'GET' ? await firstOf(roots, request.url) : null;
  if (path === null) return new Response('Not found', { status: 404, headers: evidenceHeaders() });
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(Math.min(headBytes, size));
    await handle.read(head, 0, head.length, 0);
    const type = typeOfContent(head);
    if (type === null) return new Response('Not shown', { status: 415, headers: evidenceHeaders() });
    const headers = { ...evidenceHeaders(), 'content-type': type };
    const asked = request.headers.get('range');
    const range = asked === null ? { first: 0, last: size - 1 } : rangeOf(asked, size);
    if (range === null) {
      return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
    }
    const { first, last } = range;
    const content = Readable.toWeb(handle.createReadStream({ start: first, end: last, autoClose: true }));
    return new Response(content as ReadableStream, {
      status: asked === null ? 200 : 206,
      headers: {
        ...headers,
        'content-length': String(last - first + 1),
        ...(asked === null ? {} : { 'content-range': `bytes ${first}-${last}/${size}` }),
      },
    });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** One range of bytes, both ends included; null where it lies outside the file. */
export function rangeOf(header: string, size: number): { readonly first: number; readonly last: number } | null {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header);
  if (!match) return null;
  const first = Number(match[1]);
  const last = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return first <= last ? { first, last } : null;
}
