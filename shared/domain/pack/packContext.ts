import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { Finding } from '../findings/finding.ts';
import { bodyOf, consultedBodies } from '../records/bodies.ts';
import type { View } from '../records/committees.ts';
import type { Criterion } from '../records/criterion.ts';
import { type Evidence, evidenceKey } from '../records/evidence.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { type RuleContext, ruleContextOf } from '../rulebook/context/ruleContext.ts';
import { type BodyState, standingView } from '../rulebook/context/viewIndex.ts';
import { isOf } from '../rulebook/rules.ts';
import { type Freshness, freshnessOf } from '../staleness/staleness.ts';
import { classificationOf, type PackClassification } from './classification.ts';
import { publicMark } from './editions/publicMarks.ts';
import type { ManifestFile } from './manifest.ts';
import type { PackSnapshot } from './packSnapshot.ts';

/** What is known of a pack only when it is sealed: what became of the evidence files, and the manifest's hash. */
export interface PackSeal {
  /** SHA-256 of `manifest.json`; null in a preview. */
  readonly manifestSha256: string | null;
  /** Evidence key → its file in the pack. */
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** Evidence key → what of it the reading copy shows; only a reading copy has this. */
  readonly appended?: ReadonlyMap<string, Appended>;
  /** Evidence key → its first page, small; only the full edition has this. */
  readonly pictures?: ReadonlyMap<string, PicturedPage>;
}

/** The first page of an evidence file, as it is drawn beside its entry. */
interface PicturedPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** How many pages the file has. */
  readonly pages: number;
}

/** The pages of an evidence file that follow in a reading copy, or why there are none. */
export interface Appended {
  readonly pages: number;
  readonly reason: string | null;
}

export const unsealed: PackSeal = { manifestSha256: null, files: new Map() };

/** What every section looks at: the facts in one order and indexes built once, so that the model is linear. */
export interface PackContext {
  readonly snapshot: PackSnapshot;
  readonly seal: PackSeal;
  readonly facts: ReleaseFacts;
  readonly asOf: CalendarDate;
  readonly rules: RuleContext;
  readonly findings: readonly Finding[];
  readonly findingsOf: (rule: string) => readonly Finding[];
  /** Findings that concern a criterion: by subject, or by a body's view of it. */
  readonly findingsOfCriterion: (reference: string) => readonly Finding[];
  readonly criterion: (reference: string) => Criterion | null;
  readonly evidence: (key: string) => Evidence | null;
  /** OPSG and TAG, the required bodies, and every body that is asked or mapped, in that order. */
  readonly bodies: readonly string[];
  readonly views: (criterion: string) => readonly BodyState[];
  /** Every record of a view on a criterion, earlier ones and questions included. */
  readonly viewRecords: (criterion: string) => readonly View[];
  readonly freshness: (state: BodyState, criterion: Criterion) => Freshness | null;
  readonly classification: PackClassification;
}

export function packContextOf(snapshot: PackSnapshot, seal: PackSeal): PackContext {
  const rules = ruleContextOf(snapshot);
  const { recorded: facts } = rules;
  const { findings } = snapshot.readiness;
  const byRule = groupBy(findings, (finding) => [finding.rule]);
  const references = new Set(facts.criteria.map((criterion) => criterion.reference));
  const byCriterion = groupBy(findings, (finding) => criteriaOf(finding, references));
  const viewRecords = groupBy(facts.views, (view) => [view.criterion]);
  const criteria = new Map(facts.criteria.map((criterion) => [criterion.reference, criterion]));
  const evidence = new Map(facts.evidence.map((item) => [evidenceKey(item), item]));
  return {
    snapshot,
    seal,
    facts,
    asOf: snapshot.asOf,
    rules,
    findings,
    findingsOf: (rule) => byRule.get(rule) ?? [],
    findingsOfCriterion: (reference) => byCriterion.get(reference) ?? [],
    criterion: (reference) => criteria.get(reference) ?? null,
    evidence: (key) => evidence.get(key) ?? null,
    bodies: bodiesOf(facts),
    views: (reference) => rules.views.ofCriterion(reference),
    viewRecords: (reference) => viewRecords.get(reference) ?? [],
    freshness: (state, criterion) => {
      const standing = standingView(state);
      return standing ? freshnessOf(standing, criterion, rules.evidence) : null;
    },
    classification:
      snapshot.identity.edition === 'public' ? { mark: publicMark, unknown: [] } : classificationOf(facts),
  };
}

function bodiesOf(facts: ReleaseFacts): readonly string[] {
  const required = facts.requiredBodies.flatMap((entry) => (entry.body ? [bodyOf(entry.body)] : []));
  const mapped = facts.criteria.flatMap((criterion) => (criterion.bodies ?? []).map(bodyOf));
  const asked = facts.views.map((view) => bodyOf(view.body));
  const known = facts.criteria.length > 0 ? consultedBodies : [];
  return [...new Set([...known, ...required, ...mapped, ...asked])].filter((body) => body !== '');
}

/** Areas whose subjects are no criteria, even where they are called like one. */
const ofTheRelease = ['scope', 'scopeLeadTimes', 'goLive', 'type', 'rid', 'tad', 'tadLeadTimes'] as const;

/** `AC-01`, and `TAG/AC-01` for the views of it. */
function criteriaOf(finding: Finding, references: ReadonlySet<string>): readonly string[] {
  const { subject } = finding;
  if (subject === null || isOf(finding, ...ofTheRelease)) return [];
  if (references.has(subject)) return [subject];
  const after = subject.slice(subject.indexOf('/') + 1);
  return subject.includes('/') && references.has(after) ? [after] : [];
}

function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
