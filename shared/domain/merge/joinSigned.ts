import { canonicalJson } from '../foundation/canonicalJson.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import { sideOf } from '../roles/mayChange.ts';
import type { Version } from './state.ts';

type Entry = Readonly<Record<string, unknown>>;

/**
 * What several writes of a list of sign-offs or signatures, made apart, come to: of each side what it wrote last itself,
 * and where it wrote none of them, what any of them holds. So two sides that sign apart both stand, one that signs anew
 * replaces its own entry only, and nobody's word is taken out by the other side. The same whatever the order of the writes.
 * @param winner the write that the register would show if its values were not joined: it speaks for what is of neither side
 */
export function joinSigned(versions: readonly Version[], winner: Version): readonly Entry[] | null {
  const sides = ['DCC', 'SECAS'] as const;
  const own = sides.flatMap((side) => {
    const written = versions.filter(({ stamp }) => sideOf(stamp.organisation) === side);
    const last = [...written].sort(byTime).at(-1);
    return entriesOf(last ? [last] : versions).filter((entry) => sideOfEntry(entry) === side);
  });
  const others = entriesOf([winner]).filter((entry) => sideOfEntry(entry) === null);
  const joined = new Map([...own, ...others].map((entry) => [canonicalJson(entry), entry]));
  if (joined.size === 0) return null;
  const order = ([text, { organisation }]: readonly [string, Entry]) => `${String(organisation)}\n${text}`;
  return [...joined].sort((left, right) => compareText(order(left), order(right))).map(([, entry]) => entry);
}

function entriesOf(versions: readonly Version[]): readonly Entry[] {
  return versions.flatMap(({ value }) => (Array.isArray(value) ? (value as readonly Entry[]) : []));
}

function sideOfEntry({ organisation }: Entry): 'DCC' | 'SECAS' | null {
  return sideOf(typeof organisation === 'string' ? organisation : '');
}

/** The later write; at one moment, the one whose value sorts higher: each store finds the same. */
function byTime(left: Version, right: Version): number {
  return (
    compareText(left.stamp.at, right.stamp.at) ||
    compareText(canonicalJson(left.value ?? null), canonicalJson(right.value ?? null))
  );
}
