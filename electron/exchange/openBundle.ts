import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import type { DoneTasks } from '../../shared/contract/tasks.ts';
import { isReadFault, readFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { historyEntrySchema } from '../../shared/domain/merge/manifest.ts';
import { fromWire } from '../../shared/domain/merge/wire.ts';
import { limits } from './limits.ts';
import { open as unseal } from './passphrase.ts';
import { needsPassphrase, type OpenArchive, openArchive } from './readArchive.ts';
import { BundleRefusal, refuse, sentences } from './refusal.ts';
import {
  type BundleTasks,
  type OpenBundleInput,
  type OpenedBundle,
  textNames,
  type UnpackFilesInput,
} from './tasks.ts';

type Report = (progress: ProgressReport) => void;

/** What can be done with a bundle, each in a process of its own. */
export const bundleTasks: DoneTasks<BundleTasks> = {
  openBundle: (job, report) => inWords(job, () => openBundle(job, report)),
  unpackFiles: (job, report) => inWords(job, () => unpackFiles(job, report)),
};

async function openBundle({ file, passphrase, out, checkFiles }: OpenBundleInput, report: Report) {
  report({ text: 'Opening the bundle', fraction: null });
  let archive = file;
  if (await needsPassphrase(file)) {
    if (passphrase === null) return fail('invalidInput', sentences.sealed, 'passphrase');
    archive = join(out, 'archive');
    await unseal(file, archive, passphrase);
  }
  const bundle = await openArchive(archive);
  try {
    const refused = await writeTexts(bundle, out);
    const { manifest, files, token } = bundle;
    if (checkFiles) await each(files, 'Checking the files', report, bundle.checkFile);
    return ok({ archive, manifest, files, token, refused } satisfies OpenedBundle);
  } finally {
    await bundle.close();
  }
}

async function unpackFiles({ file, token, wanted, out }: UnpackFilesInput, report: Report) {
  const bundle = await openArchive(file);
  try {
    if (bundle.token !== token) refuse(sentences.another);
    await each(wanted, 'Copying the files', report, (sha256) => bundle.copyFile(sha256, join(out, sha256)));
    return ok(null);
  } finally {
    await bundle.close();
  }
}

async function each(
  hashes: readonly string[],
  text: string,
  report: Report,
  work: (sha256: string) => Promise<void>,
): Promise<void> {
  for (const [at, sha256] of hashes.entries()) {
    report({ text, fraction: at / hashes.length });
    await work(sha256);
  }
}

/** Writes every line that can be taken, and says why of the others. */
async function writeTexts(bundle: OpenArchive, out: string): Promise<readonly string[]> {
  const refused = new Set<string>();
  const told = (sentence: string) => {
    if (refused.size < limits.refusals) refused.add(sentence);
  };
  const { after } = bundle.manifest.knowledge;
  await write(bundle, textNames.changes, out, (line) => {
    const read = fromWire(line, after);
    return typeof read === 'string' ? told(read) : line;
  });
  await write(bundle, textNames.history, out, (line) => {
    const parsed = historyEntrySchema.safeParse(line);
    return parsed.success ? parsed.data : told('Its history holds an entry that this version cannot read.');
  });
  return [...refused];
}

/** What `judge` gives back is written; where it gives nothing, the line is left out. */
async function write(
  bundle: OpenArchive,
  name: Parameters<OpenArchive['lines']>[0],
  out: string,
  judge: (line: unknown) => unknown,
): Promise<void> {
  const taken = async function* () {
    for await (const line of bundle.lines(name)) {
      const kept = judge(line);
      if (kept !== undefined) yield `${JSON.stringify(kept)}\n`;
    }
  };
  await pipeline(Readable.from(taken()), createWriteStream(join(out, name), { flags: 'wx' }));
}

/** Every refusal, and every disk that is full or a file that cannot be read, is told in a sentence. */
async function inWords<T>(
  { file, out }: { readonly file: string; readonly out: string },
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BundleRefusal) {
      // The window asks for another one where this is what is wrong.
      return fail('invalidInput', error.message, error.message === sentences.wrongPassphrase ? 'passphrase' : file);
    }
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      return fail('storeFailed', `The disk that holds ${out} is full; free some space and try again.`, out);
    if (isReadFault(error)) return fail('invalidInput', `${file} ${readFault(error)}.`, file);
    throw error;
  }
}
