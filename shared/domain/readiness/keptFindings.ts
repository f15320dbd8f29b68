import type { Finding } from '../findings/finding.ts';
import { samePlain } from '../foundation/samePlain.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import type { Each, KeepFindings, Rule } from '../rulebook/rule.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import { touchedCriteria } from './touchedCriteria.ts';

/** The findings of single records, kept while nothing that they rest on changes. */
export interface KeptFindings {
  /** Takes note of what is judged now, and answers with how the rules find what is kept. */
  readonly begin: (snapshot: Snapshot, context: RuleContext) => KeepFindings;
}

interface Entry {
  readonly run: number;
  readonly findings: readonly Finding[];
}

/**
 * A finding of one record rests on that record, on what its context says of the release (`RecordContext`), and on the
 * evidence and views of its criterion. Kept by the identity of the record: the facts share what did not change.
 */
export function createKeptFindings(): KeptFindings {
  let before: { readonly frame: unknown; readonly context: RuleContext } | null = null;
  let kept = new Map<string, WeakMap<object, Entry>>();
  /** By the criterion's reference: the run at which its evidence or views last changed. */
  let touched = new Map<string, number>();
  let run = 0;
  return {
    begin: (snapshot, context) => {
      run += 1;
      const frame = frameOf(snapshot, context);
      if (before && samePlain(before.frame, frame)) {
        for (const reference of touchedCriteria(before.context.facts, context.facts)) touched.set(reference, run);
      } else {
        kept = new Map();
        touched = new Map();
      }
      before = { frame, context };
      return {
        of: (rule, each, judge) => {
          const entries = entriesOf(kept, rule);
          return (item) => {
            const known = entries.get(item);
            if (known && known.run >= lastTouched(touched, each, item)) return known.findings;
            const findings = judge(item);
            entries.set(item, { run, findings });
            return findings;
          };
        },
      };
    },
  };
}

/** What is not of a single record and yet decides: the same for all of them. */
function frameOf({ workingDays, rulebook }: Snapshot, { asOf, final, submission, facts }: RuleContext): unknown {
  return { workingDays, rulebook, asOf, final, submission, requiredBodies: facts.requiredBodies };
}

function entriesOf(kept: Map<string, WeakMap<object, Entry>>, { id }: Rule): WeakMap<object, Entry> {
  const known = kept.get(id) ?? new WeakMap<object, Entry>();
  kept.set(id, known);
  return known;
}

function lastTouched(touched: ReadonlyMap<string, number>, each: Each, item: object): number {
  if (touched.size === 0) return 0;
  const reference = each.about(item);
  return reference === null ? 0 : (touched.get(reference) ?? 0);
}
