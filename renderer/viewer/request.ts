/** What the window asks for, behind the `#` of the viewer's address. */
export interface ViewerRequest {
  readonly kind: 'pdf' | 'image';
  readonly sha256: string;
  readonly name: string;
  readonly theme: 'light' | 'dark';
}

/** Reads the address; null where it is not one that our window makes. */
export function readRequest(hash: string): ViewerRequest | null {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const kind = given.get('kind');
  const sha256 = given.get('sha256') ?? '';
  if ((kind !== 'pdf' && kind !== 'image') || !isSha256(sha256)) return null;
  return { kind, sha256, name: given.get('name') ?? '', theme: given.get('theme') === 'dark' ? 'dark' : 'light' };
}

/** A message from the window that names the file to show instead; null where it is none. */
export function followingRequest(request: ViewerRequest, message: unknown): ViewerRequest | null {
  return typeof message === 'string' && isSha256(message) ? { ...request, sha256: message } : null;
}

/** The other end, for the window: the address of the frame. */
export function viewerAddress({ kind, sha256, name, theme }: ViewerRequest): string {
  return `app://viewer/index.html#${new URLSearchParams({ kind, sha256, name, theme })}`;
}

export function evidenceAddress(sha256: string): string {
  return `app://evidence/${sha256}`;
}

function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
