import { formatDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { joinWords, oneLine, quoted } from '../foundation/words.ts';
import { positions } from '../records/committees.ts';
import { selfStatuses } from '../records/criterion.ts';
import { ridContents } from '../records/documents.ts';
import { impacts } from '../records/modification.ts';

const SHOWN = 160;
const acronyms: ReadonlySet<string> = new Set([
  'Tag',
  'Dcc',
  'Csc',
  'Rid',
  'Tad',
  'Sec',
  'Secas',
  'Sha256',
  'Gbcs',
  'Smets',
  'Chts',
]);
const coded: ReadonlySet<string> = new Set<string>([
  ...positions,
  ...selfStatuses,
  ...ridContents,
  ...impacts,
  'beforeGoLive',
  'atGoLive',
]);

/** Any recorded value as people read it; long texts by their beginning. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'not recorded';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textInWords(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : joinWords(value.map(valueInWords));
  const stated = Object.entries(value).filter(
    ([name, inner]) => name !== 'id' && inner !== null && inner !== undefined,
  );
  return stated.length === 0
    ? 'not recorded'
    : joinWords(stated.map(([name, inner]) => `${nameInWords(name)} ${valueInWords(inner)}`));
}

function textInWords(text: string): string {
  if (isCalendarDate(text)) return formatDate(text);
  if (coded.has(text)) return nameInWords(text);
  const line = quoted(oneLine(text)).replaceAll('“', '‘').replaceAll('”', '’');
  const characters = [...line.slice(0, 2 * SHOWN)];
  return characters.length > SHOWN || line.length > 2 * SHOWN
    ? `“${characters.slice(0, SHOWN).join('')}…”`
    : `“${line}”`;
}

/** `issuedToTagOn` → `issued to TAG`: a field or a coded word as people say it. */
export function nameInWords(name: string): string {
  const words = name.replace(/(?<=.)On$/, '').match(/[A-Z]?[a-z0-9]+|[A-Z]+/g) ?? [name];
  return words
    .map((word) => {
      const capital = word.charAt(0).toUpperCase() + word.slice(1);
      if (acronyms.has(capital)) return capital === 'Sha256' ? 'SHA-256' : word.toUpperCase();
      return word.toLowerCase();
    })
    .join(' ');
}
