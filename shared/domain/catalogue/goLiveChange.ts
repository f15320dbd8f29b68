import { day, line, long } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said, who } from './publish.ts';
import { date, text } from './schemas.ts';

/** One move of the go-live date, with who moved it and why. */
export const goLiveChange = kind({
  noun: 'Go-Live change',
  kept: { path: ['release', 'goLive', 'changes'], area: 'dates', owner: 'SECAS' },
  key: (r) => r.on ?? '?',
  unique: [],
  fields: {
    from: field(date, {
      label: 'From',
      told: 'Moved from',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(3),
    }),
    to: field(date, { label: 'To', told: 'Moved to', owner: 'SECAS', publish: asIs, clone: 'fresh', control: day(3) }),
    by: field(text, {
      label: 'Moved by',
      owner: 'SECAS',
      publish: who('moved the date'),
      clone: 'fresh',
      control: line(3),
      column: 'Changed by',
    }),
    on: field(date, {
      label: 'Decided on',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(3),
      column: 'Changed on',
    }),
    reason: field(text, { label: 'Reason', owner: 'SECAS', publish: said, clone: 'fresh', control: long(12) }),
  },
});
