import { app, session, type WebContents } from 'electron';

/** Where the window itself may be, and where its frames may be. */
export interface Places {
  readonly isOwnPage: (url: string) => boolean;
  readonly isFramed: (url: string) => boolean;
}

/** Denies what the app never does: leaving its page, opening windows, embedding, and every permission. */
export function hardenContents(places: Places): void {
  app.on('web-contents-created', (_event, contents) => harden(contents, places));
}

export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  );
  session.defaultSession.setDevicePermissionHandler(() => false);
}

function harden(contents: WebContents, { isOwnPage, isFramed }: Places): void {
  contents.on('will-navigate', (event, url) => {
    if (!isOwnPage(url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!(event.isMainFrame ? isOwnPage : isFramed)(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
