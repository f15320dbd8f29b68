import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { z } from 'zod';

/** What keeps keys on each system, as people know it. */
const names: Readonly<Record<string, string>> = { darwin: 'the macOS keychain', win32: 'the Windows account' };
/** On Linux Electron stands in for a keyring that is not there with a key that everybody knows. */
const noKeyring = new Set(['basic_text', 'unknown']);

/** The system's keychain, in words; null where there is none. Not before the app is ready. */
export function keychainName(): string | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && noKeyring.has(safeStorage.getSelectedStorageBackend())) return null;
  return names[process.platform] ?? 'the system’s keyring';
}

/** As this system's keychain alone can open it; null where it does not. */
export function sealInKeychain(text: string): string | null {
  try {
    const sealed = safeStorage.encryptString(text).toString('base64');
    return openFromKeychain(sealed) === text ? sealed : null;
  } catch {
    return null;
  }
}

/** Null: it was sealed by another account or machine, or the keychain was not unlocked. */
function openFromKeychain(sealed: string): string | null {
  try {
    return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
  } catch {
    return null;
  }
}

const sealedFile = z.object({ sealed: z.string() });

/** The private key of a store that the keychain keeps; null where its file holds it, or it is out of reach. */
export function openStoreKey(folder: string): string | null {
  const text = readIfThere(join(folder, 'private.key'));
  if (text === null) return null;
  try {
    const file = sealedFile.safeParse(JSON.parse(text));
    return file.success && keychainName() !== null ? openFromKeychain(file.data.sealed) : null;
  } catch {
    // The engine opens the same file, and says what is wrong with it.
    return null;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
