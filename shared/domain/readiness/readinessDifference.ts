import { z } from 'zod';
import { type Finding, findingSchema } from '../findings/finding.ts';
import { samePlain } from '../foundation/samePlain.ts';
import { type Readiness, readinessSchema } from './computeReadiness.ts';

/**
 * What became of one readiness: the findings after it as runs, in their order. A run is either so many findings of the
 * one before, from a place there counted from 0, or findings that it did not hold. What no run names is gone.
 *
 * Places, not keys: two findings of one rule may be about the same subject (a part named twice), and the order is told.
 */
export const readinessDifferenceSchema = readinessSchema.omit({ findings: true }).extend({
  runs: z.array(
    z.union([
      z.strictObject({ from: z.int().min(0), count: z.int().min(1) }),
      z.strictObject({ findings: z.array(findingSchema) }),
    ]),
  ),
});
export type ReadinessDifference = z.output<typeof readinessDifferenceSchema>;

/** What has to be told to one who knows `before`, so that they know `after`. Pure; its work grows with the two lists. */
export function differenceBetween(before: Readiness, after: Readiness): ReadinessDifference {
  const { findings, ...rest } = after;
  const runs: ReadinessDifference['runs'] = [];
  const placeOf = placesIn(before.findings);
  const tellHeld = (from: number, count: number) => {
    const run = runs.at(-1);
    if (run && 'from' in run && run.from + run.count === from) run.count += count;
    else runs.push({ from, count });
  };
  let next = 0;
  for (let at = 0; at < findings.length; at += 1) {
    // Nearly all are the very findings that are held, one after the other.
    const first = at;
    while (at < findings.length && findings[at] === before.findings[next + at - first]) at += 1;
    if (at > first) tellHeld(next, at - first);
    next += at - first;
    const finding = findings[at];
    if (finding === undefined) break;
    const place = placeOf(finding, next);
    if (place === null || !samePlain(before.findings[place], finding)) {
      const run = runs.at(-1);
      if (run && 'findings' in run) run.findings.push(finding);
      else runs.push({ findings: [finding] });
    } else tellHeld(place, 1);
    if (place !== null) next = place + 1;
  }
  return { ...rest, runs };
}

/** The readiness after a difference; null where it is not one to `before`. What did not change keeps its identity. */
export function mergeDifference(before: Readiness, { runs, ...rest }: ReadinessDifference): Readiness | null {
  const findings: Finding[] = [];
  for (const run of runs) {
    if ('from' in run && run.from + run.count > before.findings.length) return null;
    const held = 'from' in run ? before.findings.slice(run.from, run.from + run.count) : run.findings;
    for (const finding of held) findings.push(finding);
  }
  return { ...rest, findings };
}

/** Finds the place of the finding of the same rule and subject, of several the first that has not passed yet. */
function placesIn(findings: readonly Finding[]): (finding: Finding, next: number) => number | null {
  let places: Map<string, number[]> | null = null;
  const isAbout = (place: number, finding: Finding) => {
    const held = findings[place];
    return held !== undefined && held.rule === finding.rule && held.subject === finding.subject;
  };
  return (finding, next) => {
    // Nearly all stand where they stood; only what was added, taken away or moved has to be looked for.
    if (findings[next] === finding || isAbout(next, finding)) return next;
    places ??= byKey(findings);
    const held = places.get(keyOf(finding)) ?? [];
    return held.find((place) => place >= next) ?? held[0] ?? null;
  };
}

function byKey(findings: readonly Finding[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, finding] of findings.entries()) {
    const key = keyOf(finding);
    const held = places.get(key);
    if (held) held.push(place);
    else places.set(key, [place]);
  }
  return places;
}

const keyOf = ({ rule, subject }: Finding) => JSON.stringify([rule, subject]);
