import { line, long } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { said } from './publish.ts';
import { text } from './schemas.ts';

/** What is *not* live after this release, and until when. */
export const notLive = kind({
  noun: 'not-live statement',
  kept: { path: ['release', 'notLive'], area: 'scope', owner: 'SECAS' },
  key: (r) => r.modification ?? r.what ?? '?',
  unique: [],
  fields: {
    modification: field(text, {
      label: 'Modification',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(3),
      pointsAt: 'modification',
    }),
    what: field(text, { label: 'What is not live', owner: 'SECAS', publish: said, clone: 'fresh', control: long(6) }),
    until: field(text, { label: 'Until', owner: 'SECAS', publish: said, clone: 'fresh', control: line(3) }),
  },
});
