import { choice, line, long } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said, who } from './publish.ts';
import { decidedOn } from './recurring.ts';
import { oneOf, text } from './schemas.ts';

/** The bodies whose decision the guidance or past practice accepts for scope and dates. */
export const scopeDecision = kind({
  noun: 'scope decision',
  kept: { path: ['scopeDecisions'], area: 'scope', owner: 'SECAS' },
  key: (r) => r.on ?? '?',
  unique: [],
  fields: {
    body: field(text, {
      label: 'Body',
      owner: 'SECAS',
      publish: who('decided the scope'),
      clone: 'fresh',
      control: line(3),
    }),
    on: decidedOn('SECAS'),
    sets: field(oneOf(['systems', 'all']), {
      label: 'Sets the scope of',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: choice(6),
      inTable: { systems: 'Systems modifications', all: 'All modifications' },
      words: { systems: 'systems (12 months)', all: 'all (6 months)' },
    }),
    decision: field(text, { label: 'Decision', owner: 'SECAS', publish: said, clone: 'fresh', control: long(12) }),
  },
});
