import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendarDate.ts';
import { type Finding, findingSchema, type Severity, summariseAll, summarySchema } from '../findings/finding.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { type AppliedChange, appliedChangeSchema, appliedChanges } from '../rulebook/appliedChanges.ts';
import { type RuleContext, ruleContextOf } from '../rulebook/context/ruleContext.ts';
import { evaluateRule, type KeepFindings, type Rule } from '../rulebook/rule.ts';
import { rules } from '../rulebook/rules.ts';
import { type RulebookSettings, rulebookVersion } from '../rulebook/settings.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import { createKeptFindings } from './keptFindings.ts';

/** What `golive readiness NAME --json` prints (`docs/formats.md`). */
export const readinessSchema = z.strictObject({
  release: z.string(),
  asOf: calendarDateSchema,
  rulebook: z.strictObject({ version: z.string(), changed: z.array(appliedChangeSchema) }),
  summary: summarySchema,
  findings: z.array(findingSchema),
});
export type Readiness = z.output<typeof readinessSchema>;

/** The same before its findings are put one after the other: those of each rule, in the order of the rulebook. */
export type ReadinessByRule = Omit<Readiness, 'findings'> & { readonly found: readonly (readonly Finding[])[] };

/** Every rule on one snapshot, in the order of the rulebook. Pure: the same snapshot gives the same findings. */
export function computeReadiness(snapshot: Snapshot): Readiness {
  return wholeReadiness(readinessIn(snapshot, ruleContextOf(snapshot), null));
}

export function wholeReadiness({ found, ...rest }: ReadinessByRule): Readiness {
  const none: readonly Finding[] = [];
  return { ...rest, findings: none.concat(...found) };
}

/**
 * The same for one release again and again: a finding is made anew only where something changed that it rests on, and
 * is the same object as before otherwise; so is the list of a rule's findings where all of them are. What it gives is
 * always what `computeReadiness` gives.
 */
export function createReadinessKeeper(): (snapshot: Snapshot) => ReadinessByRule {
  const kept = createKeptFindings();
  let before: { readonly facts: ReleaseFacts; readonly context: RuleContext } | null = null;
  return (snapshot) => {
    const context = ruleContextOf(snapshot, before);
    before = { facts: snapshot.facts, context };
    return readinessIn(snapshot, context, kept.begin(snapshot, context));
  };
}

function readinessIn(snapshot: Snapshot, context: RuleContext, kept: KeepFindings | null): ReadinessByRule {
  const found = rules.map((rule) => evaluateRule(rule, context, severityOf(rule, snapshot.rulebook), kept));
  const changed: AppliedChange[] = [...appliedChanges(snapshot.rulebook)];
  return {
    release: snapshot.facts.release.name,
    asOf: snapshot.asOf,
    rulebook: { version: rulebookVersion, changed },
    summary: summariseAll(found),
    found,
  };
}

/** The guidance's own verb decides, unless somebody changed it and gave a reason. */
function severityOf(rule: Rule, settings: RulebookSettings): Severity {
  const change = settings.changes.findLast((entry) => entry.what === 'severity' && entry.rule === rule.id);
  return change?.what === 'severity' ? change.severity : rule.severity;
}
