import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { fail, ok } from '../../shared/domain/foundation/result.ts';
import { chooseFile, chooseFolder, chooseTarget } from './dialogs.ts';
import type { HeldPaths } from './heldPaths.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

const bundles = { name: 'SEC Go-Live bundle', extensions: ['golive'] };
const gone = fail('notFound', 'This bundle is no longer held; choose it again.');

type ExchangeVerb = Extract<keyof MainVerbs, `exchange.${string}`>;

/** Bundles in and out: the dialogs and paths that the window does not see. */
export function createExchangeVerbs(
  window: () => BrowserWindow | null,
  held: HeldPaths,
  call: LongWork['call'],
): Pick<MainVerbs, ExchangeVerb> {
  return {
    'exchange.send': async ({ release, name, passphrase, receipt, full, to }) => {
      const suggestion = `${name}${receipt ? ' receipt' : ''}.golive`;
      const out = await chooseTarget(window(), receipt ? 'Save the receipt' : 'Save the bundle', suggestion, bundles);
      if (!out) return ok(null);
      const type = receipt ? ('receipt' as const) : ('changes' as const);
      const made = await call('bundle.export', { release, out, passphrase, to, full, type });
      if (!made.ok) return made;
      const { file, bytes, records, files, sha256 } = made.value;
      return ok({ name: basename(file), bytes, records, files, sha256 });
    },
    'exchange.choose': async () => {
      const file = await chooseFile(window(), 'Receive a bundle', [bundles]);
      return ok(file ? held.hold(file) : null);
    },
    'exchange.openWaiting': async ({ name }) => {
      const found = await call('exchange.findWaiting', { name });
      return found.ok ? ok(held.hold(found.value.file)) : found;
    },
    'exchange.inspect': async ({ source, ...input }) => {
      const file = held.find(source);
      return file === null ? gone : call('bundle.inspect', { ...input, file });
    },
    'exchange.apply': async ({ source, ...input }) => {
      const file = held.find(source);
      return file === null ? gone : call('bundle.apply', { ...input, file });
    },
    'exchange.chooseShared': async ({ release }) => {
      const folder = await chooseFolder(window(), 'Choose the shared folder');
      if (!folder) return ok(null);
      const set = await call('exchange.setSharing', { folder, release });
      return set.ok ? ok({ name: basename(folder) }) : set;
    },
  };
}
