import { day, line } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, who } from './publish.ts';
import { date, text } from './schemas.ts';

export const meeting = kind({
  noun: 'meeting',
  kept: { path: ['meetings'], area: 'committees', owner: 'both' },
  key: (r) => `${r.body ?? '?'} ${r.on ?? ''}`.trim(),
  unique: [],
  sameBy: ['body', 'on'],
  fields: {
    body: field(text, { label: 'Body', owner: 'both', publish: who('meets'), clone: 'fresh', control: line(4) }),
    on: field(date, {
      label: 'Meets on',
      owner: 'both',
      publish: asIs,
      clone: 'fresh',
      control: day(4),
      column: 'Held on',
    }),
    papersBy: field(date, { label: 'Papers by', owner: 'both', publish: asIs, clone: 'fresh', control: day(4) }),
  },
});
