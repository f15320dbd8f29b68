import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { protocol, session } from 'electron';

const appScheme = 'app';
const appHost = 'golive';
export const appOrigin = `${appScheme}://${appHost}`;

/** No remote origin, no eval, nothing framed. Styles may stand inline, for Mantine writes its theme so; scripts may not. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the window's own files and nothing else. */
export function serveApp(root: string): void {
  protocol.handle(appScheme, async (request) => {
    const path = await resolveAsset(root, request.url);
    if (path === null) return new Response('Not found', { status: 404 });
    const headers = {
      'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    };
    return new Response(new Uint8Array(await readFile(path)), { headers });
  });
}

/**
 * The file that a URL of ours names; null for another host, a way out of the root (a sibling folder whose name starts
 * alike included), a link that leaves it, or a type we do not serve.
 */
export async function resolveAsset(root: string, url: string): Promise<string | null> {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== `${appScheme}:` || parsed.host !== appHost) return null;
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
