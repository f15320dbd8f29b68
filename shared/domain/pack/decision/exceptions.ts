import type { Finding } from '../../findings/finding.ts';
import { groupFindings } from '../../findings/groupFindings.ts';
import { findingStatus, type Status } from '../../findings/vocabulary.ts';
import { countOf, joinWords } from '../../foundation/words.ts';
import { isOf } from '../../rulebook/rules.ts';
import { type Block, type Cell, pageLink, type Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace, placeOfFinding, places } from '../places.ts';
import { loweredFrom } from '../rulebookChanged.ts';
import { cell, nothing } from '../tables.ts';
import { selfStatusOf, statusSpan } from '../vocabulary.ts';
import { shortened } from '../words.ts';
import { groupSentence } from './groupWords.ts';
import type { DecisionLimits } from './limits.ts';

/** One line of the decision page: a state, a sentence and where it is told in full. */
interface ExceptionLine {
  readonly status: Status;
  readonly sentence: string;
  readonly place: string;
  /** Findings that it stands for. */
  readonly findings: readonly Finding[];
}

/** Unmet, blockers, cannot tell, accepted shortfalls: a line and a link each; what does not fit is counted. */
export function exceptionBlocks(context: PackContext, limits: DecisionLimits): readonly Block[] {
  const all = [...unmetCriteria(context), ...linesOf(rank(context), context)];
  const count = all.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const lines = all.length <= limits.exceptions ? all : grouped(all, context);
  const fit = lines.length <= limits.exceptions;
  const shown = fit ? lines : lines.slice(0, limits.exceptions - 1);
  const rest = fit ? [] : lines.slice(limits.exceptions - 1);
  const told =
    all.length === 0
      ? ''
      : fit && lines.length === count
        ? 'every one; nothing is left out'
        : fit
          ? `${count} in all, those alike together`
          : `${count} in all, the rest counted`;
  const advice = context.findings.filter(
    (one) =>
      one.severity === 'advice' &&
      (one.outcome === 'notMet' || one.outcome === 'cannotTell') &&
      !isLowered(one, context),
  ).length;
  const besides: readonly Span[] =
    advice === 0
      ? []
      : [
          { text: `${told === '' ? '' : ' · '}besides, ${countOf(advice, 'point')} of advice, `, soft: true },
          pageLink(places.findings),
        ];
  const blocks: Block[] = [
    {
      kind: 'heading',
      level: 3,
      text: 'Exceptions',
      id: 'decision:exceptions',
      bookmark: false,
      aside: [{ text: told, soft: true }, ...besides],
    },
  ];
  if (all.length === 0)
    blocks.push(
      nothing(
        'None: no rule finds anything unmet, nothing is covered by a decision, and there is nothing that one cannot tell.',
      ),
    );
  else {
    const rows = shown.map((line): readonly Cell[] => [
      cell([statusSpan(line.status)]),
      {
        text: [...loweredWords(line, context), { text: line.sentence }, ...criterionWords(line, context)],
        lines: limits.lines,
      },
      cell([pageLink(line.place)]),
    ]);
    const more: readonly Cell[][] =
      rest.length === 0
        ? []
        : [
            [
              cell([{ text: 'and more', soft: true, strong: true }]),
              { text: restWords(rest, context), lines: 2 },
              cell([pageLink(places.findings)]),
            ],
          ];
    blocks.push({
      kind: 'table',
      caption: 'Exceptions',
      headless: true,
      columns: [
        { title: 'State', weight: 13 },
        { title: 'Exception', weight: 80 },
        { title: 'Where', weight: 7 },
      ],
      rows: [...rows, ...more],
    });
  }
  return blocks;
}

/** `Lowered from blocker to advice: `, before what a person lets weigh less than it does as shipped. */
function loweredWords({ findings }: ExceptionLine, context: PackContext): readonly Span[] {
  const [first] = findings;
  if (!first || !isLowered(first, context)) return [];
  return [{ text: `Lowered from blocker to ${first.severity}: `, strong: true }];
}

/** Its rule is a blocker as shipped: it stays an exception for the committee that is to decide on it. */
function isLowered(finding: Finding, { snapshot }: PackContext): boolean {
  return loweredFrom(finding, snapshot.readiness.rulebook.changed) !== null;
}

/** What the criterion is that a single line speaks of: nobody knows `AC-05` by heart. */
function criterionWords({ findings }: ExceptionLine, context: PackContext): readonly Span[] {
  const [finding, ...others] = findings;
  if (!finding?.subject || others.length > 0 || !isOf(finding, 'criteria')) return [];
  const text = context.criterion(finding.subject)?.text;
  return text ? [{ text: ` ${finding.subject}: “${shortened(text, 120)}”`, soft: true }] : [];
}

/** Blockers first, then what was one as shipped, warnings, what one cannot tell, and what a decision accepts. */
function rank(context: PackContext): readonly Finding[] {
  const outcomes = ['notMet', 'cannotTell', 'covered'];
  const severities = ['blocker', 'warning'];
  const key = (one: Finding) => {
    const outcome = outcomes.indexOf(one.outcome);
    const severity = severities.indexOf(one.severity);
    if (outcome < 0) return -1;
    if (one.outcome === 'covered') return 8;
    if (isLowered(one, context)) return 3;
    return severity < 0 ? -1 : severity * 4 + outcome;
  };
  return context.findings.filter((one) => key(one) >= 0).sort((left, right) => key(left) - key(right));
}

/** A line each; what several rules cannot tell of the release for one and the same reason is one line, as in the window. */
function linesOf(findings: readonly Finding[], context: PackContext): readonly ExceptionLine[] {
  return groupFindings(findings).flatMap((group): readonly ExceptionLine[] => {
    const [first] = group.findings;
    return first.subject === null
      ? [lineOf(group.findings, context)]
      : group.findings.map((finding) => lineOf([finding], context));
  });
}

function lineOf(findings: readonly [Finding, ...Finding[]], context: PackContext): ExceptionLine {
  const [first] = findings;
  const { sentence } = first;
  return { status: findingStatus(first), sentence, place: placeOfFinding(first, context), findings };
}

/** A criterion whose owner says *not met* is an exception even where no rule has said so. */
function unmetCriteria(context: PackContext): readonly ExceptionLine[] {
  const told = new Set(
    rank(context).flatMap((finding) => (isOf(finding, 'criteria') && finding.subject ? [finding.subject] : [])),
  );
  return context.facts.criteria
    .filter((criterion) => criterion.selfStatus === 'notMet' && !told.has(criterion.reference))
    .map((criterion) => ({
      status: selfStatusOf('notMet'),
      sentence: `${criterion.reference} ${shortened(criterion.text ?? '', 140)}`,
      place: criterionPlace(criterion.reference),
      findings: [],
    }));
}

/** Findings of one rule with the same outcome become one line, which says what is wrong and names the first few. */
function grouped(lines: readonly ExceptionLine[], context: PackContext): readonly ExceptionLine[] {
  const groups = new Map<string, [ExceptionLine, ...ExceptionLine[]]>();
  for (const line of lines) {
    const [finding, other] = line.findings;
    const key = other ? line.sentence : finding ? `${finding.rule} ${finding.outcome}` : 'unmet';
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].map((group): ExceptionLine => {
    const [first] = group;
    if (group.length === 1) return first;
    const [finding, ...others] = group.flatMap((line) => line.findings);
    if (finding === undefined) {
      const sentence = `${group.length} criteria are not met, as their owners say.`;
      return { ...first, sentence, place: places.matrix };
    }
    const findings: readonly [Finding, ...Finding[]] = [finding, ...others];
    const short = finding.slackDays && finding.severity !== 'blocker' && finding.outcome === 'notMet';
    return {
      status: { ...first.status, word: short ? 'Days short' : first.status.word },
      sentence: groupSentence(findings),
      place: placeOfFinding({ ...finding, subject: null }, context),
      findings,
    };
  });
}

/** `9 blockers, 12 warnings, 30 cannot tell, 2 covered`. */
function restWords(rest: readonly ExceptionLine[], context: PackContext): string {
  const findings = rest.flatMap((line) => line.findings);
  const count = (test: (one: Finding) => boolean, singular: string, plural?: string) => {
    const number = findings.filter(test).length;
    return number === 0 ? [] : [countOf(number, singular, plural)];
  };
  const unmet = rest.filter((line) => line.findings.length === 0).length;
  const isOne = (one: Finding) => isLowered(one, context);
  return `${joinWords([
    ...(unmet > 0 ? [countOf(unmet, 'unmet criterion', 'unmet criteria')] : []),
    ...count((one) => one.outcome === 'notMet' && one.severity === 'blocker', 'blocker'),
    ...count((one) => one.outcome === 'notMet' && isOne(one), 'lowered blocker'),
    ...count((one) => one.outcome === 'notMet' && one.severity !== 'blocker' && !isOne(one), 'warning'),
    ...count((one) => one.outcome === 'cannotTell', 'finding where one cannot tell', 'findings where one cannot tell'),
    ...count((one) => one.outcome === 'covered', 'accepted shortfall'),
  ])}.`;
}
