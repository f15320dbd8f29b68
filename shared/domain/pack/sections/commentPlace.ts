import { ruleTitle } from '../../rulebook/titleOf.ts';
import { evidenceName } from '../../since/recordNoun.ts';

/** Where a remark stands, as a reader says it: `criterion AC-05`, `evidence EV-003 version 1`, `section lead times`. */
export function commentPlace(at: string): string {
  const [kind = '', ...rest] = at.split(':');
  const key = rest.join(':');
  if (key === '') return at;
  switch (kind) {
    case 'evidence':
      return `evidence ${key.includes('@') ? evidenceName(key) : key}`;
    case 'finding':
      return `rule “${ruleTitle(key)}”`;
    case 'section':
      return `section ${key.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`)}`;
    default:
      return `${kind} ${key}`;
  }
}
