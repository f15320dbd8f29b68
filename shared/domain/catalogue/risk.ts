import { line, long } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { said, who } from './publish.ts';
import { text } from './schemas.ts';

export const risk = kind({
  noun: 'risk',
  kept: { path: ['risks'], area: 'conditions', owner: 'SECAS' },
  key: (r) => r.title ?? '?',
  unique: [],
  form: ['title', 'level', 'owner', 'impact', 'mitigation'],
  fields: {
    title: field(text, { label: 'Risk', owner: 'SECAS', publish: said, clone: 'fresh', control: line(6) }),
    impact: field(text, { label: 'Impact', owner: 'SECAS', publish: said, clone: 'fresh', control: long(6) }),
    mitigation: field(text, { label: 'Mitigation', owner: 'SECAS', publish: said, clone: 'fresh', control: long(6) }),
    owner: field(text, { label: 'Owner', owner: 'SECAS', publish: who('owns it'), clone: 'fresh', control: line(3) }),
    level: field(text, { label: 'Level', owner: 'SECAS', publish: said, clone: 'fresh', control: line(3) }),
  },
});
