import type { CalendarDate } from '../../calendar/calendarDate.ts';
import type { Finding } from '../../findings/finding.ts';
import { findingStatus } from '../../findings/vocabulary.ts';
import { countOf } from '../../foundation/words.ts';
import { titleOf } from '../../rulebook/titleOf.ts';
import { type Block, type Cell, paragraph, type Section, type Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places, rulePlace } from '../places.ts';
import { rulebookChangedTable } from '../rulebookChanged.ts';
import { type SameFindings, sameFindings } from '../sameFindings.ts';
import { actionsOf, cell, headingOf, nothing } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { acceptedBlocks } from './acceptedShortfalls.ts';

/** Every finding, rule by rule, and the rulebook that made them, with what was changed in it. */
export function findingsSection(context: PackContext): Section {
  const { summary, rulebook: used } = context.snapshot.readiness;
  const blocks: Block[] = [
    paragraph(
      `${countOf(summary.blockers, 'blocker')}, ${countOf(summary.warnings, 'warning')} and ${countOf(summary.advice, 'point')} of advice not met; ${summary.cannotTell} where one cannot tell. ${countOf(context.findings.length, 'finding')} in all.`,
      'lead',
    ),
    paragraph(
      [
        {
          text: `Rulebook version ${used.version}. Each rule’s severity follows the guidance’s own verb. Basis: guidance (the text says it), reading (how its text is understood here), practice (good practice elsewhere, never a SEC rule).`,
          soft: true,
        },
      ],
      'note',
    ),
    headingOf('Changed in the rulebook', 'findings:changed'),
    used.changed.length === 0 ? nothing('Nothing: the rules stand as shipped.') : rulebookChangedTable(used.changed),
    ...acceptedBlocks(context),
    headingOf('Every finding, rule by rule', 'findings:all'),
    context.findings.length === 0 ? nothing('No rule was judged.') : tableOf(context),
  ];
  return { id: places.findings, title: 'Findings and rulebook', orientation: 'portrait', ownPage: false, blocks };
}

function tableOf(context: PackContext): Block {
  const rules = [...new Set(context.findings.map((finding) => finding.rule))];
  return {
    kind: 'table',
    caption: 'Every finding, rule by rule',
    size: 'small',
    headless: true,
    columns: [
      { title: 'State', weight: 15 },
      { title: 'Rule and finding', weight: 85 },
    ],
    rows: rules.flatMap((rule) => rowsOf(rule, context.findingsOf(rule), context.asOf)),
  };
}

/** The rule's title with its severity, clause and formula, then a line for each finding. */
function rowsOf(rule: string, findings: readonly Finding[], asOf: CalendarDate): readonly (readonly Cell[])[] {
  const [first] = findings;
  if (first === undefined) return [];
  const title = titleOf(first);
  const source = [first.clause === null ? first.basis : `${first.clause}, ${first.basis}`, first.formula];
  const about = [rule, ...source].filter((part) => part !== null).join(' · ');
  const head: readonly Cell[] = [
    cell([{ text: first.severity, soft: true }]),
    { text: [{ text: title, strong: true }], below: [{ text: about, soft: true }], id: rulePlace(rule) },
  ];
  const lines = sameFindings(findings).map((group) => [
    cell([statusSpan(findingStatus(group.first))]),
    cell(sentenceOf(group, first, asOf)),
  ]);
  return [head, ...lines];
}

/** What differs from the rule's own basis, clause or formula is told beside the sentence; what would mend it, too. */
function sentenceOf({ text, actions: finding }: SameFindings, first: Finding, asOf: CalendarDate): readonly Span[] {
  const own = finding.clause !== first.clause || finding.basis !== first.basis;
  const notes = [
    own ? (finding.clause === null ? finding.basis : `${finding.clause}, ${finding.basis}`) : null,
    finding.formula === first.formula ? null : finding.formula,
    ...actionsOf(finding, asOf),
  ].filter((note) => note !== null);
  return notes.length === 0 ? text : [...text, { text: `  ${notes.join(' · ')}`, soft: true }];
}
