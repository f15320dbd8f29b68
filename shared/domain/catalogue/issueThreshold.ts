import { line, number } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said } from './publish.ts';
import { count, link, severity, text } from './schemas.ts';

/** How many open issues of a severity a phase may end with, and the document that says so. */
export const issueThreshold = kind({
  noun: 'maximum',
  kept: { path: ['issueThresholds'], area: 'testing', owner: 'DCC' },
  key: (r) => `${r.phase ?? 'all'}/${r.severity ?? '?'}`,
  unique: [],
  fields: {
    phase: field(text, { label: 'Phase', owner: 'DCC', publish: said, clone: 'carry', control: line(3) }),
    severity: field(severity, { label: 'Severity', owner: 'DCC', publish: asIs, clone: 'carry', control: number(2) }),
    maximumOpen: field(count, {
      label: 'Maximum open',
      owner: 'DCC',
      publish: asIs,
      clone: 'carry',
      control: number(2),
      column: 'Most open issues',
    }),
    source: field(text, { label: 'Source', owner: 'DCC', publish: said, clone: 'fresh', control: line(3) }),
    criterion: field(link, {
      label: 'Criterion',
      owner: 'DCC',
      publish: said,
      clone: 'carry',
      control: line(2),
      pointsAt: 'criterion',
    }),
  },
});
