import { existsSync, statSync } from 'node:fs';
import type { DisposableJob, JobLimits } from '../../shared/contract/processMessages.ts';
import { appError } from '../../shared/domain/foundation/appError.ts';
import { err, type Result } from '../../shared/domain/foundation/result.ts';

const megabyte = 1024 * 1024;
const second = 1000;

/** What may be used: so much, so much more for each megabyte of the file, up to so much. */
interface Growing {
  readonly base: number;
  readonly perMegabyte: number;
  readonly most: number;
}

/** What a task may take, of memory and of time. */
interface Allowance {
  readonly megabytes: Growing;
  readonly seconds: Growing;
}

const atMost = (most: number): Growing => ({ base: most, perMegabyte: 0, most });
const growing = (base: number, perMegabyte: number, most: number): Growing => ({ base, perMegabyte, most });

/** Our own pages, made of our own facts: large, and nobody's trap. */
const making: Allowance = { megabytes: atMost(6144), seconds: atMost(1800) };

/** A pack from outside; its pages are made anew beside it. */
const readingPack: Allowance = { megabytes: growing(1536, 40, 5120), seconds: growing(180, 10, 1200) };

/** A table or a document from outside. */
const readingFile: Allowance = { megabytes: growing(1024, 30, 4096), seconds: growing(90, 5, 600) };

/** A bundle from outside: whatever its size, it is read piece by piece, and a passphrase costs a quarter of a gigabyte. */
const readingBundle: Allowance = { megabytes: atMost(1024), seconds: growing(180, 1, 3600) };

const usedBy = ({ base, perMegabyte, most }: Growing, size: number) => Math.min(base + perMegabyte * size, most);

function allowanceOf({ program, task }: DisposableJob): Allowance {
  if (program === 'exchange') return readingBundle;
  if (program === 'importers') return readingFile;
  return /^(export|warm)/.test(task) ? making : readingPack;
}

/** The limits of one job, from the size of the files that it names. */
export function limitsOf(job: DisposableJob): JobLimits {
  const { megabytes, seconds } = allowanceOf(job);
  const size = filesOf(job.input).reduce((sum, path) => sum + statSync(path).size, 0) / megabyte;
  return {
    bytes: Math.round(usedBy(megabytes, size) * megabyte),
    milliseconds: Math.round(usedBy(seconds, size) * second),
  };
}

/** A path that leads to no file: a folder, or a device that never ends. Null where all are files. */
export function notAFile(job: DisposableJob): Result<never> | null {
  const path = pathsOf(job.input).find((named) => existsSync(named) && !statSync(named).isFile());
  if (path === undefined) return null;
  return err(appError('invalidInput', `${path} is not a file; choose one.`, path));
}

/** Why a job ended without an answer, as far as its limits can tell; one that makes a pack reads no file that somebody chose. */
export function endedSentence(job: DisposableJob, { bytes, milliseconds }: JobLimits, took: number): string {
  if (allowanceOf(job) === making)
    return 'The process that makes the pages ended early, and nothing was written; try again, or leave out the newest evidence.';
  if (took >= milliseconds)
    return `This file took longer than the ${Math.round(milliseconds / second)} seconds that a file of its size may take, so it was given up; nothing was changed. Make a smaller one, or leave it out.`;
  return `This file needed more memory than a file of its size may (${(bytes / megabyte / 1024).toFixed(1)} GB), or it is damaged, so it was given up; nothing was changed. Make a smaller one, or leave it out.`;
}

/** Where the files of a job are named: `file`, `before` and `after`, and nothing that it writes. */
function pathsOf(input: unknown): readonly string[] {
  const { file, before, after, path } = (input ?? {}) as Readonly<Record<string, unknown>>;
  return [file, before, after, path].filter((named): named is string => typeof named === 'string' && named !== '');
}

function filesOf(input: unknown): readonly string[] {
  return pathsOf(input).filter((path) => existsSync(path) && statSync(path).isFile());
}
