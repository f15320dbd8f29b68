import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import type { EvidencePlan, PlannedFile } from '../evidencePlan.ts';
import type { DrawingJob, FirstPage } from './firstPage.ts';

/** What drawing one page may take. */
interface Limits {
  readonly milliseconds: number;
  /** By which the whole process may grow meanwhile. */
  readonly bytes: number;
}

/** While a pack is made: a page that takes more is left out, and the manifest says which were drawn. */
const whileMaking: Limits = { milliseconds: 10_000, bytes: 400_000_000 };

/** While it is verified, on a slower machine perhaps, every page that was drawn is drawn again. */
const whileVerifying: Limits = { milliseconds: 120_000, bytes: 600_000_000 };

const drawable: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);
/** A larger file has its place in a viewer; so many pictures are seen at a glance, and add a megabyte or two. */
const largest = 20_000_000;
const mostPictures = 100;
const lookEvery = 50;

/** The plan with the first pages that the register of a full pack shows, and what the manifest says of them; as it is for any other file. */
export async function withFirstPages(
  snapshot: PackSnapshot,
  plan: EvidencePlan,
  limits = whileMaking,
): Promise<EvidencePlan> {
  const { edition, document } = snapshot.identity;
  if (edition !== 'full' || document !== undefined) return plan;
  const drawn = plan.attached.filter(({ source }) => drawable.has(source.mediaType) && source.bytes <= largest);
  const firstPages = await drawAll(drawn.slice(0, mostPictures), limits);
  const noted = [...plan.files].map(
    ([key, file]) => [key, firstPages.has(key) ? { ...file, pictured: true as const } : file] as const,
  );
  return { ...plan, files: new Map(noted), firstPages };
}

/** The plan of a pack that is rendered anew, with the first pages that stand in it, from the files that it holds. */
export async function withFirstPagesAgain(plan: EvidencePlan): Promise<EvidencePlan> {
  const drawn = plan.attached.filter(({ key }) => plan.files.get(key)?.pictured === true);
  return { ...plan, firstPages: await drawAll(drawn, whileVerifying) };
}

async function drawAll(files: readonly PlannedFile[], limits: Limits): Promise<ReadonlyMap<string, FirstPage>> {
  const pages = new Map<string, FirstPage>();
  for (const { key, source } of files) {
    const page = await drawOne({ path: source.path, mediaType: source.mediaType }, limits);
    if (page !== null) pages.set(key, page);
  }
  return pages;
}

/** Beside the sources, beside the bundle that this module is in, or above it where it is a chunk. */
function threadFile(): URL {
  const places = ['./worker.ts', './pictures.js', '../pictures.js'].map((name) => new URL(name, import.meta.url));
  const [found] = places.filter((place) => existsSync(place));
  if (found === undefined) throw new Error('The program that draws first pages is not where this one is.');
  return found;
}

let thread: Worker | null = null;

/** Starts the thread, so that it waits with PDFium loaded. */
export function openThread(): Worker {
  if (thread === null) {
    thread = new Worker(threadFile());
    thread.unref();
  }
  return thread;
}

/** Null where the page cannot be drawn, or not within the limits: then the thread is ended, and the next page has a new one. */
function drawOne(job: DrawingJob, { milliseconds, bytes }: Limits): Promise<FirstPage | null> {
  const worker = openThread();
  const [until, most] = [Date.now() + milliseconds, process.memoryUsage.rss() + bytes];
  return new Promise((resolve) => {
    const end = (page: FirstPage | null) => {
      clearInterval(watch);
      worker.off('message', end).off('error', give).off('exit', give);
      resolve(page);
    };
    const give = () => {
      thread = null;
      void worker.terminate();
      end(null);
    };
    const watch = setInterval(() => {
      if (Date.now() > until || process.memoryUsage.rss() > most) give();
    }, lookEvery);
    worker.on('message', end).on('error', give).on('exit', give);
    worker.postMessage(job);
  });
}
