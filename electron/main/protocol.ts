import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { protocol, session } from 'electron';
import { answerEvidence } from './evidenceFiles.ts';
import { appScheme, hosts, viewerHeaders, windowHeaders } from './policies.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  // What pdfjs draws with: character maps, the standard fonts, colour profiles.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.icc': 'application/octet-stream',
};

export interface Served {
  /** The window's own files; the viewer's lie in its folder `viewer`. */
  readonly root: string;
  /** Where the window's page comes from: the only one that may frame the viewer. */
  readonly windowOrigin: string;
  /** Where the store that is open now keeps its files and the pages that are made to be looked at. */
  readonly filesFolders: () => readonly string[];
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
    },
  ]);
}

/** Serves the window's files, the viewer's, and to the viewer what it shows; nothing else. */
export function serveApp({ root, windowOrigin, filesFolders }: Served): void {
  protocol.handle(appScheme, async (request) => {
    const { host } = new URL(request.url);
    if (host === hosts.evidence) return answerEvidence(filesFolders(), request);
    if (host === hosts.viewer) {
      return answerAsset(
        await resolveAsset(join(root, 'viewer'), hosts.viewer, request.url),
        viewerHeaders(windowOrigin),
      );
    }
    return answerAsset(await resolveAsset(root, hosts.window, request.url), windowHeaders());
  });
}

async function answerAsset(path: string | null, headers: Record<string, string>): Promise<Response> {
  if (path === null) return new Response('Not found', { status: 404 });
  const type = mediaTypes[extname(path)] ?? 'application/octet-stream';
  return new Response(new Uint8Array(await readFile(path)), { headers: { ...headers, 'content-type': type } });
}

/**
 * The file that a URL of this host names; null for another host, a way out of the root (a sibling folder whose name
 * starts alike included), a link that leaves it, or a type we do not serve.
 */
export async function resolveAsset(root: string, host: string, url: string): Promise<string | null> {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== `${appScheme}:` || parsed.host !== host) return null;
  let name: string;
  try {
    name = decodeURIComponent(parsed.pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const path = join(root, name === '/' ? 'index.html' : name);
  if (!(extname(path) in mediaTypes)) return null;
  try {
    const [realRoot, realPath] = await Promise.all([realpath(root), realpath(path)]);
    return isInside(realRoot, realPath) ? realPath : null;
  } catch {
    return null;
  }
}

/** The app makes no network connection at all: whatever is not our own scheme is cancelled. */
export function refuseNetwork(allowed: (url: string) => boolean): void {
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowed(details.url) }));
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
