import { line } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { said, who } from './publish.ts';
import { text } from './schemas.ts';

/** A body beyond OPSG and TAG that the criteria require (§5.3). */
export const requiredBody = kind({
  noun: 'required body',
  kept: { path: ['requiredBodies'], area: 'committees', owner: 'SECAS' },
  key: (r) => r.body ?? '?',
  unique: [],
  fields: {
    body: field(text, {
      label: 'Body',
      owner: 'SECAS',
      publish: who('is to be asked'),
      clone: 'carry',
      control: line(4),
    }),
    why: field(text, { label: 'Why', owner: 'SECAS', publish: said, clone: 'carry', control: line(8) }),
  },
});
