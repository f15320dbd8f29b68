/** The hosts of our one scheme. Each is an origin of its own: what one may do, another may not. */
export const appScheme = 'app';
export const hosts = { window: 'golive', viewer: 'viewer', evidence: 'evidence' } as const;
export const appOrigin = `${appScheme}://${hosts.window}`;
const viewerOrigin = `${appScheme}://${hosts.viewer}`;
const evidenceOrigin = `${appScheme}://${hosts.evidence}`;

/** The one page that the window may frame. What it shows stands behind `#`. */
const viewerPage = `${viewerOrigin}/index.html`;

/**
 * No remote origin, no eval, nothing framed but the viewer. Styles may stand inline, for Mantine writes its theme so;
 * scripts may not.
 */
const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  `frame-src ${viewerOrigin}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The viewer runs its own scripts in an opaque origin and reads evidence; it reaches nothing else, and nobody but the
 * window frames it. `'self'` would mean the opaque origin, so its host is spelt out.
 */
function viewerPolicy(windowOrigin: string): string {
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${viewerOrigin}`,
    `style-src ${viewerOrigin}`,
    `img-src ${evidenceOrigin} blob: data:`,
    'font-src data:',
    `connect-src ${viewerOrigin} ${evidenceOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${windowOrigin}`,
  ].join('; ');
}

/** Should evidence ever be opened as a page, it is a dead one. */
const evidencePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

export function windowHeaders(): Record<string, string> {
  return { 'content-security-policy': windowPolicy, 'x-content-type-options': 'nosniff' };
}

/** Modules are fetched with CORS, and the viewer's opaque origin is called `null`. */
export function viewerHeaders(windowOrigin: string): Record<string, string> {
  return {
    'content-security-policy': viewerPolicy(windowOrigin),
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': 'null',
  };
}

export function evidenceHeaders(): Record<string, string> {
  return {
    'content-security-policy': evidencePolicy,
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': 'null',
    'access-control-expose-headers': 'content-range',
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
  };
}

/** Whether a frame of the window may be at this address. */
export function isViewerPage(url: string): boolean {
  return url === viewerPage || url.startsWith(`${viewerPage}#`);
}

/** Whether a request of the viewer stays inside the app. */
export function isViewerRequest(url: string): boolean {
  return [viewerOrigin, evidenceOrigin].some((origin) => url.startsWith(`${origin}/`)) || url.startsWith('blob:null/');
}
