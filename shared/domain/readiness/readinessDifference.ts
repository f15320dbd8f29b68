import { z } from 'zod';
import { type Finding, findingSchema } from '../findings/finding.ts';
import { samePlain } from '../foundation/samePlain.ts';
import { type Readiness, type ReadinessByRule, readinessSchema } from './computeReadiness.ts';

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

/**
 * What has to be told to one who knows `before`, so that they know `after`. Pure; a rule whose findings are the very list
 * that is known costs nothing, of the others the work grows with what they found.
 */
export function differenceBetween(before: ReadinessByRule, after: ReadinessByRule): ReadinessDifference {
  const { found, ...rest } = after;
  const runs: Runs = [];
  let start = 0;
  for (let rule = 0; rule < Math.max(before.found.length, found.length); rule += 1) {
    const known = before.found[rule] ?? [];
    tellRule(runs, start, known, found[rule] ?? []);
    start += known.length;
  }
  return { ...rest, runs };
}

type Runs = ReadinessDifference['runs'];

/** Adds what one rule found to the runs. `start`: where the findings that are known of it begin among all of them. */
function tellRule(runs: Runs, start: number, known: readonly Finding[], findings: readonly Finding[]): void {
  if (findings === known) {
    tellHeld(runs, start, known.length);
    return;
  }
  const placeOf = placesIn(known);
  let next = 0;
  for (let at = 0; at < findings.length; at += 1) {
    // Nearly all are the very findings that are held, one after the other.
    const first = at;
    while (at < findings.length && findings[at] === known[next + at - first]) at += 1;
    tellHeld(runs, start + next, at - first);
    next += at - first;
    const finding = findings[at];
    if (finding === undefined) break;
    const place = placeOf(finding, next);
    if (place === null || !samePlain(known[place], finding)) {
      const run = runs.at(-1);
      if (run && 'findings' in run) run.findings.push(finding);
      else runs.push({ findings: [finding] });
    } else tellHeld(runs, start + place, 1);
    if (place !== null) next = place + 1;
  }
}

function tellHeld(runs: Runs, from: number, count: number): void {
  if (count === 0) return;
  const run = runs.at(-1);
  if (run && 'from' in run && run.from + run.count === from) run.count += count;
  else runs.push({ from, count });
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

/** Finds the place of one rule's finding of the same subject, of several the first that has not passed yet. */
function placesIn(findings: readonly Finding[]): (finding: Finding, next: number) => number | null {
  let places: Map<string | null, number[]> | null = null;
  return (finding, next) => {
    // Nearly all stand where they stood; only what was added, taken away or moved has to be looked for.
    const standing = findings[next];
    if (standing && standing.subject === finding.subject) return next;
    places ??= bySubject(findings);
    const held = places.get(finding.subject) ?? [];
    return held.find((place) => place >= next) ?? held[0] ?? null;
  };
}

function bySubject(findings: readonly Finding[]): Map<string | null, number[]> {
  const places = new Map<string | null, number[]>();
  for (const [place, { subject }] of findings.entries()) {
    const held = places.get(subject);
    if (held) held.push(place);
    else places.set(subject, [place]);
  }
  return places;
}
