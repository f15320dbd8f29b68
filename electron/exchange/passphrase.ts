import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { BundleRefusal, refuse, sentences } from './refusal.ts';

/*
 * A bundle under a passphrase: the key comes from scrypt, the content goes in chunks of 64 KiB under AES-256-GCM. A
 * chunk's nonce is its number and whether it is the last, so that none can be left out, moved or cut off unnoticed.
 * Layout: magic (8) · salt (16) · chunks of ciphertext and tag (16 each). Age can take this file's place.
 */
const magic = Buffer.from('SGLSEAL1');
const saltBytes = 16;
const tagBytes = 16;
const chunkBytes = 64 * 1024;
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);

export function isSealed(head: Uint8Array): boolean {
  return magic.equals(head.subarray(0, magic.length));
}

/** Writes `source` under the passphrase to `target`, which must not exist. */
export async function seal(source: string, target: string, passphrase: string): Promise<void> {
  const salt = randomBytes(saltBytes);
  const key = await derive(normal(passphrase), salt, 32, cost);
  const chunks = chunked(createReadStream(source), chunkBytes);
  const sealed = async function* () {
    yield Buffer.concat([magic, salt]);
    for await (const { number, bytes, isLast } of chunks) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(number, isLast));
      yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    }
  };
  await pipeline(Readable.from(sealed()), createWriteStream(target, { flags: 'wx' }));
}

/** Writes what `source` holds to `target`; refuses a wrong passphrase and every changed byte. */
export async function open(source: string, target: string, passphrase: string): Promise<void> {
  const opened = async function* () {
    const head = await readHead(source);
    const stream = createReadStream(source, { start: head.length });
    const key = await derive(normal(passphrase), head.subarray(magic.length), 32, cost);
    for await (const { number, bytes, isLast } of chunked(stream, chunkBytes + tagBytes)) {
      if (bytes.length < tagBytes) refuse(sentences.wrongPassphrase);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, isLast));
      decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
      const plain = decipher.update(bytes.subarray(0, bytes.length - tagBytes));
      try {
        yield Buffer.concat([plain, decipher.final()]);
      } catch {
        throw new BundleRefusal(sentences.wrongPassphrase);
      }
    }
  };
  await pipeline(Readable.from(opened()), createWriteStream(target, { flags: 'wx' }));
}

async function readHead(source: string): Promise<Buffer> {
  const head = Buffer.alloc(magic.length + saltBytes);
  const file = await openFile(source, 'r');
  try {
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return bytesRead === head.length && isSealed(head) ? head : refuse(sentences.damaged);
  } finally {
    await file.close();
  }
}

/** The stream in pieces of one size; the last one is told, and there is always one. */
async function* chunked(stream: Readable, size: number) {
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    while (held.length > size) {
      yield { number, bytes: held.subarray(0, size), isLast: false };
      held = held.subarray(size);
      number += 1;
    }
  }
  yield { number, bytes: held, isLast: true };
}

function nonce(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 5, 6);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

/** The same passphrase typed on another machine may be made of other code points. */
function normal(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
