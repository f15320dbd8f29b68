import { app, session } from 'electron';

/** A name that no resolver knows (RFC 2606); what is sent to a proxy of this name goes nowhere. */
const nowhere = 'closed.invalid:1';

/**
 * Closes Chromium's ways to a network, each by itself: no name is resolved, every connection goes to a proxy that does
 * not exist, and what the browser would fetch of its own accord is off. Must run before the app is ready. `except` is
 * the host of the page under development, null in what ships.
 */
export function closeNetwork(except: string | null): void {
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${except === null ? '' : `, EXCLUDE ${except}`}`);
  commandLine.appendSwitch('proxy-server', nowhere);
  // Without this a proxy is never asked for the machine itself.
  commandLine.appendSwitch('proxy-bypass-list', except ?? '<-loopback>');
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability'])
    commandLine.appendSwitch(name);
  commandLine.appendSwitch('no-pings');
  // A connection between pages announces itself to the local network even where it may not be made.
  commandLine.appendSwitch('disable-features', withFeature(commandLine.getSwitchValue('disable-features')));
  app.on('session-created', closeSpelling);
  // A connection between two pages would pass by proxy and resolver: only proxied ones, and the proxy is none.
  app.on('web-contents-created', (_event, contents) => contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'));
}

function withFeature(already: string): string {
  return [...already.split(',').filter(Boolean), 'WebRtcHideLocalIpsWithMdns'].join(',');
}

/** Once the app is ready: what only a running session and its resolver can be told. */
export function closeResolver(): void {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
  closeSpelling(session.defaultSession);
}

/**
 * Chromium's own spelling fetches its dictionaries from its maker, `spellcheck: false` or not, whenever a session has a
 * language. Ours has none; words are checked by `spelling/`. Nor may a page be given a checker of its own
 * (`setSpellCheckProvider`): Electron 33 never comes back from a text that begins with a digit or a sign.
 */
function closeSpelling(of: Electron.Session): void {
  of.setSpellCheckerDictionaryDownloadURL('app://golive/no-dictionaries/');
  of.setSpellCheckerLanguages([]);
  of.setSpellCheckerEnabled(false);
}
