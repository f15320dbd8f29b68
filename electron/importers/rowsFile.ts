import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Fields } from '../../shared/domain/importing/rowReader.ts';

const CHUNK = 128 * 1024;

/** The NDJSON that the engine applies: a line per good row, and one for what a refused row names; written in large pieces and never held as a whole. */
export class RowsFile {
  readonly path: string;
  #stream: WriteStream;
  #pending = '';
  #error: Error | null = null;
  lines = 0;

  constructor(path: string) {
    this.path = path;
    this.#stream = createWriteStream(path);
    this.#stream.on('error', (error) => {
      this.#error = error;
    });
  }

  add(row: number, fields: Fields): void {
    this.#pending += `${JSON.stringify({ row, fields })}\n`;
    this.lines += 1;
  }

  /** What a refused row names is in the list all the same; nothing of it is taken. */
  name(row: number, fields: Fields): void {
    if (Object.keys(fields).length > 0) this.#pending += `${JSON.stringify({ row, fields, refused: true })}\n`;
  }

  /** To be awaited between batches: hands on what is pending, and waits where the disk is slower than the reader. */
  async drain(): Promise<void> {
    if (this.#error) throw this.#error;
    if (this.#pending.length < CHUNK) return;
    const fits = this.#stream.write(this.#pending);
    this.#pending = '';
    if (!fits) await once(this.#stream, 'drain');
  }

  async finish(): Promise<void> {
    if (this.#error) throw this.#error;
    this.#stream.end(this.#pending);
    this.#pending = '';
    await finished(this.#stream);
  }

  /** Nothing of a failed reading stays behind. */
  async discard(): Promise<void> {
    this.#stream.destroy();
    await finished(this.#stream).catch(() => undefined);
    await rm(this.path, { force: true });
  }
}
