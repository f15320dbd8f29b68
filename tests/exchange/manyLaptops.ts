import { folderOf, type Laptop, round, trust } from '../support/laptops.ts';

/** What one pass of everybody cost, in counts and bytes: never in seconds. */
interface Cost {
  readonly bundles: number;
  readonly bytes: number;
  readonly opened: number;
}

interface Spread {
  readonly laptops: number;
  /** Keys that each of those compared who lead nobody. */
  readonly comparisons: number;
  /** The release goes out. */
  readonly first: Cost;
  /** Somebody who leads nobody edits one field. */
  readonly edit: Cost;
  /** Nothing happened. */
  readonly idle: Cost;
  /** How many laptops hold what was edited. */
  readonly reached: number;
  readonly waiting: number;
}

const edited = 'Seen by everybody.';

/**
 * So many laptops of two sides in one folder. The first of each side is its lead: it compares the key of each colleague
 * once, and everybody else compares the two leads' keys. Then one field is edited, and then nothing happens.
 */
export async function spread(count: number): Promise<Spread> {
  const { shared, laptops } = await folderOf(count);
  const leads = laptops.slice(0, 2);
  const [secas, dcc] = leads as [Laptop, Laptop];
  await trust(secas, dcc, true);
  await trust(dcc, secas, true);
  for (const one of laptops.slice(2)) {
    for (const lead of leads) await trust(one, lead, true);
    await trust(leads.find(({ organisation }) => organisation === one.organisation) as Laptop, one);
  }
  const first = await costOf(laptops, shared);
  // What the leads say of their colleagues' keys has gone out with it, or goes now.
  await costOf(laptops, shared);
  // The criterion is the DCC's.
  const writer = laptops.findLast(({ organisation }) => organisation === 'DCC') as Laptop;
  await writer.edit('criterion', { rationale: edited });
  const edit = await costOf([writer, ...laptops.filter((one) => one !== writer)], shared);
  let reached = 0;
  let waiting = 0;
  for (const one of laptops) {
    reached += (await one.facts()).criteria[0]?.rationale === edited ? 1 : 0;
    waiting += (await one.waiting()).length;
  }
  const idle = await costOf(laptops, shared);
  return { laptops: count, comparisons: leads.length, first, edit, idle, reached, waiting };
}

async function costOf(laptops: readonly Laptop[], shared: string): Promise<Cost> {
  const { opened, written } = await round(laptops, shared);
  return { bundles: written.length, bytes: written.reduce((sum, bytes) => sum + bytes, 0), opened };
}
