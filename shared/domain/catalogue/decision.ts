import { day, line, long } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said, who } from './publish.ts';
import { date, text } from './schemas.ts';

/** What the CSC decided; the outcomes are the user's list. */
export const decision = kind({
  noun: 'decision',
  path: ['decisions'],
  area: 'pack',
  owner: 'SECAS',
  key: (r) => `${r.body ?? '?'} ${r.on ?? ''}`.trim(),
  unique: [],
  fields: {
    body: field(text, { label: 'Body', owner: 'SECAS', publish: who('decided'), clone: 'fresh', control: line(3) }),
    on: field(date, {
      label: 'On',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(3),
      column: 'Decided on',
    }),
    outcome: field(text, { label: 'Outcome', owner: 'SECAS', publish: said, clone: 'fresh', control: line(6) }),
    wording: field(text, {
      label: 'Exact wording',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: long(12),
      column: 'Wording',
    }),
    dissent: field(text, { label: 'Dissent', owner: 'SECAS', publish: said, clone: 'fresh', control: long(12) }),
  },
});
