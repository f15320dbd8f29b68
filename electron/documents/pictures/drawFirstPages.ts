import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { mayBePictured, mostPictures } from '../../../shared/domain/pack/firstPages.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { threadFile } from '../beside/threadFile.ts';
import type { EvidencePlan, PlannedFile } from '../evidencePlan.ts';
import type { DrawingJob, FirstPage } from './firstPage.ts';

/** What drawing may take. */
interface Limits {
  /** For one page. */
  readonly milliseconds: number;
  /** For all pages of a pack. */
  readonly altogether: number;
  /** By which the whole process may grow while one page is drawn; PDFium alone has less. */
  readonly bytes: number;
}

/** While a pack is made: a page that takes more is left out, and the manifest says which were drawn. */
const whileMaking: Limits = { milliseconds: 10_000, altogether: 60_000, bytes: 600_000_000 };

/** While it is verified, on a slower machine perhaps, every page that was drawn is drawn again: within what that job has. */
const whileVerifying: Limits = { milliseconds: 120_000, altogether: 150_000, bytes: 1_000_000_000 };

const lookEvery = 50;

/** The plan with the first pages that the register of a full pack shows, and what the manifest says of them; as it is for any other file. */
export async function withFirstPages(
  { identity }: PackSnapshot,
  plan: EvidencePlan,
  limits = whileMaking,
): Promise<EvidencePlan> {
  const drawn = plan.attached.filter(({ key }) => {
    const file = plan.files.get(key);
    return file !== undefined && mayBePictured(identity, file);
  });
  const firstPages = await drawAll(drawn.slice(0, mostPictures), limits);
  const noted = [...plan.files].map(
    ([key, file]) => [key, firstPages.has(key) ? { ...file, pictured: true as const } : file] as const,
  );
  return { ...plan, files: new Map(noted), firstPages };
}

/**
 * The plan of a pack that is rendered anew, with the first pages that stand in it, from the files that it holds. Fails
 * where one of them cannot be drawn here: then nobody can tell whether it is the one that was printed.
 */
export async function withFirstPagesAgain(plan: EvidencePlan, limits = whileVerifying): Promise<Result<EvidencePlan>> {
  const drawn = plan.attached.filter(({ key }) => plan.files.get(key)?.pictured === true);
  const firstPages = await drawAll(drawn, limits);
  const [first, ...others] = drawn.filter(({ key }) => !firstPages.has(key)).map(({ key }) => key);
  if (first === undefined) return ok({ ...plan, firstPages });
  const which = others.length === 0 ? first : `${first} and ${others.length} more`;
  return fail(
    'renderFailed',
    `the first page of ${which} stands in the register and could not be drawn again within the time and memory that there are for it. Check the pack on a machine that does nothing else.`,
    `evidence:${first}`,
  );
}

async function drawAll(files: readonly PlannedFile[], limits: Limits): Promise<ReadonlyMap<string, FirstPage>> {
  const pages = new Map<string, FirstPage>();
  const end = Date.now() + limits.altogether;
  for (const { key, source } of files) {
    const left = end - Date.now();
    if (left <= 0) break;
    const page = await drawOnce(source, limits, left);
    if (page !== null) pages.set(key, page);
  }
  return pages;
}

/** What this process drew, by content and limits: it waits for its job with the pages of the one before drawn. */
const drawn = new Map<string, Promise<FirstPage | null>>();
/** The thread draws one page at a time. */
let queue: Promise<unknown> = Promise.resolve();

function drawOnce(source: PlannedFile['source'], limits: Limits, left: number): Promise<FirstPage | null> {
  const { path, mediaType, sha256 } = source;
  const name = [sha256, mediaType, limits.milliseconds, limits.bytes].join(' ');
  const known = drawn.get(name);
  if (known) return known;
  const milliseconds = Math.min(limits.milliseconds, left);
  const page = queue.then(() => drawOne({ path, mediaType }, { ...limits, milliseconds }));
  queue = page.catch(() => undefined);
  // One that had less than its time may be drawn another time.
  if (milliseconds === limits.milliseconds) drawn.set(name, page);
  return page;
}

let thread: Worker | null = null;

/** Starts the thread, so that it waits with PDFium loaded. */
export function openThread(): Worker {
  if (thread !== null) return thread;
  const opened = new Worker(threadFile(import.meta.url, './worker.ts', 'pictures'));
  const forget = () => {
    if (thread === opened) thread = null;
  };
  // Whenever it ends, busy or waiting, the next page has a new one, and this process goes on.
  opened.on('error', forget).on('exit', forget).unref();
  thread = opened;
  return opened;
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
      if (thread === worker) thread = null;
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
