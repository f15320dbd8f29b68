import { fail, ok } from '../../shared/domain/foundation/result.ts';
import { keychainName, sealInKeychain } from './keychain.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

type KeyVerbs = Pick<MainVerbs, 'store.keyState' | 'store.moveKey'>;

/** Where the private key of the store is kept: in its file, or in the system's keychain, which only main can ask. */
export function createKeyVerbs(result: LongWork['call']): KeyVerbs {
  return {
    'store.keyState': async () => {
      const known = await result('store.keyPlace', {});
      if (!known.ok) return known;
      const { exists, sealed, inReach, damaged } = known.value;
      const place = damaged
        ? 'damaged'
        : !exists
          ? 'none'
          : sealed === null
            ? 'file'
            : inReach
              ? 'keychain'
              : 'outOfReach';
      return ok({ place, keychain: keychainName() });
    },
    'store.moveKey': async ({ to }) => {
      if (to === 'new') return result('store.newKey', {});
      if (to === 'file') return result('store.keepKey', { sealed: null });
      const name = keychainName();
      if (name === null) return fail('notFound', 'This system has no keychain that could keep the key.');
      const key = await result('store.privateKey', {});
      if (!key.ok) return key;
      const sealed = sealInKeychain(key.value.privateKey);
      if (sealed === null)
        return fail('notAllowed', `The key was not moved, for ${name} did not keep it; unlock it and try again.`);
      return result('store.keepKey', { sealed });
    },
  };
}
