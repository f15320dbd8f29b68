import { app, session, type WebContents } from 'electron';

/** Denies what the app never does: leaving its page, opening windows, embedding, and every permission. */
export function hardenContents(isOwnPage: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => harden(contents, isOwnPage));
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

function harden(contents: WebContents, isOwnPage: (url: string) => boolean): void {
  contents.on('will-navigate', (event, url) => {
    if (!isOwnPage(url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
