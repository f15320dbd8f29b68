import type { Basis, Severity } from '../findings/finding.ts';
import { capitalise, countOf } from '../foundation/words.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';
import { rulebookVersion } from './settings.ts';

const bases: Readonly<Record<Basis, string>> = {
  guidance: 'guidance: the text of the SEC Release Guidance says it',
  reading: 'reading: our interpretation of the text',
  practice: 'practice: good practice elsewhere, not a SEC rule',
};

const groups: readonly (readonly [Severity, string])[] = [
  ['blocker', 'Blockers'],
  ['warning', 'Warnings'],
  ['advice', 'Advice'],
];

/** `RULEBOOK.md`, made from the rule data; a test fails when the file is out of date. */
export function rulebookMarkdown(): string {
  const sections = groups.flatMap(([severity, title]) => {
    const own = rules.filter((rule) => rule.severity === severity);
    return [`## ${title}`, `${countOf(own.length, 'rule')}.`, ...own.map(describeRule)];
  });
  return `${[...preamble(), ...sections].join('\n\n')}\n`;
}

function preamble(): readonly string[] {
  return [
    `# The rulebook, version ${rulebookVersion}`,
    'Made from the rule data by `node build/run.mjs rulebook`; do not edit by hand. The source is the SEC Release Guidance (§ are its clauses), which is a summary of a Release Management Policy that this app has not seen.',
    'Each finding has one of six outcomes: **met**; **not met**; **covered** (missed, and a recorded decision accepts it); **not due** (its date lies ahead); **cannot tell** (data is missing; neither red nor green); **not applicable**. Severities follow the verb of the guidance and can be changed with a reason; lead times can be lengthened, and a shortened one never turns a miss into met. The app presents; the CSC decides.',
    table(),
  ];
}

function table(): string {
  const rows = rules.map(
    (rule) => `| \`${rule.id}\` | ${rule.severity} | ${rule.clause ?? '–'} | ${rule.basis} | ${rule.title} |`,
  );
  return ['| Rule | Severity | Clause | Basis | |', '|---|---|---|---|---|', ...rows].join('\n');
}

function describeRule(rule: Rule): string {
  const cover = rule.coverable
    ? '\n- **Can be covered** by a recorded decision of the CSC, the Panel or the Authority'
    : '';
  return [
    `### \`${rule.id}\``,
    `**${rule.title}.** ${rule.meaning}`,
    `- **Clause**: ${rule.clause ?? 'none'}\n- **Basis**: ${bases[rule.basis]}\n- **Formula**: ${capitalise(rule.formula)}${cover}\n- **Example**: ${rule.example}`,
  ].join('\n\n');
}
