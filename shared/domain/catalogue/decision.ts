import { line, long } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { said, who } from './publish.ts';
import { decidedOn } from './recurring.ts';
import { text } from './schemas.ts';

/** The outcomes that are offered; a committee has its own words as well. */
const outcomes = ['Go', 'Go with conditions', 'Not yet', 'Not to go'];

/** What the CSC decided; the outcomes are the user's list. */
export const decision = kind({
  noun: 'decision',
  kept: { path: ['decisions'], area: 'pack', owner: 'SECAS' },
  key: (r) => `${r.body ?? '?'} ${r.on ?? ''}`.trim(),
  unique: [],
  fields: {
    body: field(text, { label: 'Body', owner: 'SECAS', publish: who('decided'), clone: 'fresh', control: line(3) }),
    on: decidedOn('SECAS'),
    outcome: field(text, {
      label: 'Outcome',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(6, { offers: outcomes }),
    }),
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
