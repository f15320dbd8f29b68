import type { Finding } from '../findings/finding.ts';
import { samePlain } from '../foundation/samePlain.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import type { Each, KeepFindings } from '../rulebook/rule.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import { createPlaces, type Places } from './places.ts';
import { touchedCriteria } from './touchedCriteria.ts';

/** The findings of single records, kept while nothing that they rest on changes. */
export interface KeptFindings {
  /** Takes note of what is judged now, and answers with how the rules find what is kept. */
  readonly begin: (snapshot: Snapshot, context: RuleContext) => KeepFindings;
}

const nothing: ReadonlySet<string> = new Set();

/** What a rule found on each of its records, in their order. */
interface Block {
  readonly run: number;
  readonly items: readonly object[];
  readonly onEach: readonly (readonly Finding[])[];
  /** The same, one after the other. */
  readonly findings: readonly Finding[];
}

/**
 * A finding of one record rests on that record, on what its context says of the release (`RecordContext`), and on the
 * evidence and views of its criterion. Kept by the identity of the record: the facts share what did not change.
 */
export function createKeptFindings(): KeptFindings {
  let before: { readonly frame: unknown; readonly context: RuleContext } | null = null;
  const blocks = new Map<string, Block>();
  let run = 0;
  return {
    begin: (snapshot, context) => {
      run += 1;
      const frame = frameOf(snapshot, context);
      const isSame = before !== null && samePlain(before.frame, frame);
      const touched = before && isSame ? touchedCriteria(before.context.facts, context.facts) : nothing;
      if (!isSame) blocks.clear();
      before = { frame, context };
      const places = createPlaces();
      return {
        of: (rule, each, items, judge) => {
          const known = blocks.get(rule.id);
          // One that was left out by an earlier computation knows nothing of what was touched then.
          const last = known?.run === run - 1 ? known : null;
          const next = last
            ? blockAfter(last, run, items, places(last.items, items), isTouched(touched, each), judge)
            : blockOf(run, items, items.map(judge));
          blocks.set(rule.id, next);
          return next.findings;
        },
      };
    },
  };
}

/** What is not of a single record and yet decides: the same for all of them. */
function frameOf({ workingDays, rulebook }: Snapshot, { asOf, final, submission, facts }: RuleContext): unknown {
  return { workingDays, rulebook, asOf, final, submission, requiredBodies: facts.requiredBodies };
}

function blockOf(run: number, items: readonly object[], onEach: readonly (readonly Finding[])[]): Block {
  const findings: Finding[] = [];
  for (const found of onEach) for (const finding of found) findings.push(finding);
  return { run, items, onEach, findings };
}

/** Whether what a record's criterion has changed. */
function isTouched(touched: ReadonlySet<string>, each: Each): ((item: object) => boolean) | null {
  if (touched.size === 0) return null;
  return (item) => {
    const reference = each.about(item);
    return reference !== null && touched.has(reference);
  };
}

/** The block after a change of its records, or of what is told of them; the very same findings where none says otherwise. */
function blockAfter(
  last: Block,
  run: number,
  items: readonly object[],
  { isSame, isInPlace, before, fresh }: Places,
  touched: ((item: object) => boolean) | null,
  judge: (item: object) => readonly Finding[],
): Block {
  const anew = new Set(fresh);
  if (touched) for (const [at, item] of items.entries()) if (touched(item)) anew.add(at);
  if (isSame && anew.size === 0) return { ...last, run, items };
  if (!isInPlace) {
    const onEach = items.map((item, at) => (anew.has(at) ? judge(item) : (last.onEach[before(at)] ?? [])));
    return blockOf(run, items, onEach);
  }
  const onEach = [...last.onEach];
  let differs = false;
  for (const at of anew) {
    const found = judge(items[at] as object);
    if (samePlain(found, last.onEach[at])) continue;
    onEach[at] = found;
    differs = true;
  }
  return differs ? blockOf(run, items, onEach) : { ...last, run, items };
}
