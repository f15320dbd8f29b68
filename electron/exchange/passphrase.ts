import { createReadStream, createWriteStream } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { BundleRefusal, refuse, sentences } from './refusal.ts';

/*
 * A bundle under a passphrase is an age file (age-encryption.org/v1, scrypt): whoever has `age` can open it without this
 * app. A piece that is left out, moved or cut off is noticed.
 */
const magic = Buffer.from('age-encryption.org/v1\n-> scrypt ');
/** The exponent of scrypt's cost: about half a second on a laptop. */
const workFactor = 17;
/** A file may ask for more than we do, but not for the minutes and gigabytes that one made to do harm asks for. */
const mostWork = 18;
const headBytes = 128;

/** Whether these first bytes (eight are enough) are those of an age file. */
export function isSealed(head: Uint8Array): boolean {
  const length = Math.min(head.length, magic.length);
  return length >= 8 && magic.subarray(0, length).equals(head.subarray(0, length));
}

/** Writes `source` under the passphrase to `target`, which must not exist. */
export async function seal(source: string, target: string, passphrase: string): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normal(passphrase));
  encrypter.setScryptWorkFactor(workFactor);
  const sealed = await encrypter.encrypt(webStream(source));
  await pipeline(Readable.fromWeb(sealed as WebStream), createWriteStream(target, { flags: 'wx' }));
}

/** Writes what `source` holds to `target`; refuses a wrong passphrase and every changed byte. */
export async function open(source: string, target: string, passphrase: string): Promise<void> {
  await checkHead(source);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normal(passphrase));
  try {
    const opened = await decrypter.decrypt(webStream(source));
    await pipeline(Readable.fromWeb(opened as WebStream), createWriteStream(target, { flags: 'wx' }));
  } catch (error) {
    // A full disk is no wrong passphrase.
    if (error instanceof Error && 'syscall' in error) throw error;
    throw new BundleRefusal(sentences.wrongPassphrase);
  }
}

/** Looked at before the library does, which would begin to work as hard as the file asks. */
async function checkHead(path: string): Promise<void> {
  const head = Buffer.alloc(headBytes);
  const file = await openFile(path, 'r');
  try {
    const { bytesRead } = await file.read(head, 0, headBytes, 0);
    const line = head.subarray(0, bytesRead).toString('latin1').split('\n')[1] ?? '';
    const factor = /^-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d?)$/.exec(line)?.[1];
    if (factor === undefined || Number(factor) > mostWork) refuse(sentences.wrongPassphrase);
  } finally {
    await file.close();
  }
}

function webStream(path: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
}

/** The same passphrase typed on another machine may be made of other code points. */
function normal(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
