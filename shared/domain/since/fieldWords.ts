import { type CalendarDate, formatDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { isSlot, slotInWords } from '../calendar/slots.ts';
import { type Entry, entryOf, listedWords, type PartEntry } from '../catalogue/entries.ts';
import { joinWords, oneLine, quoted, saying, uncapitalise } from '../foundation/words.ts';
import type { RecordKind } from '../records/recordKinds.ts';
import { ruleTitle } from '../rulebook/titleOf.ts';
import { fieldNotYetBy } from './notYetBy.ts';
import { recordAt } from './recordNoun.ts';

const SHOWN = 160;
/** So much of a hash or a key tells it from another one. */
const SHOWN_OF_HASH = 12;

/** `“Submitted on”`: a field as the catalogue calls it, marked as that, for a label need not fit into a sentence. */
export function fieldName(kind: RecordKind, field: string): string {
  const entry = entryOf(kind, field);
  return saying(entry ? nameOf(entry) : 'A value');
}

function nameOf({ facts }: Entry | PartEntry): string {
  return facts.told ?? facts.label;
}

/** A value of the field as people read it; long texts by their beginning. */
export function fieldValue(kind: RecordKind, field: string, value: unknown): string {
  if (kind === 'exception' && field === 'rule') return saying(ruleTitle(String(value)));
  return valueInWords(value, entryOf(kind, field) ?? null);
}

/** `“Submitted on” was 3 June 2026, is now 20 May 2026`: one field before and after. */
export function fieldChange(
  kind: RecordKind,
  field: string,
  before: unknown,
  after: unknown,
  asOf: CalendarDate,
): string {
  const [was, is] = [before, after].map((value) => fieldValue(kind, field, value));
  return `${fieldName(kind, field)} was ${was}, is now ${is}${fieldNotYetBy(kind, field, after, asOf)}`;
}

function valueInWords(value: unknown, entry: Entry | PartEntry | null): string {
  if (value === null || value === undefined || value === '') return 'not recorded';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textInWords(value, entry);
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : joinWords(value.map((one) => valueInWords(one, entry)));
  return partsInWords(value, entry);
}

/** `for “DCC”, by “Ann”, on 1 June 2026`; a part that begins with the name of its field goes on without it. */
function partsInWords(value: object, entry: Entry | PartEntry | null): string {
  const parts = entry && 'parts' in entry ? entry.parts : [];
  const stated = parts.flatMap((part) => {
    const inner = (value as Readonly<Record<string, unknown>>)[part.name] ?? null;
    return inner === null ? [] : [`${partName(part, entry)} ${valueInWords(inner, part)}`];
  });
  return stated.length === 0 ? 'not recorded' : stated.join(', ');
}

function partName(part: PartEntry, entry: Entry | PartEntry | null): string {
  const name = nameOf(part);
  const lead = entry?.facts.label ?? '';
  const rest = name.startsWith(`${lead} `) || name.startsWith(`${lead}, `) ? name.slice(lead.length + 1).trim() : '';
  return uncapitalise(rest === '' ? name : rest);
}

function textInWords(text: string, entry: Entry | PartEntry | null): string {
  const worded = entry === null ? null : wordOf(text, entry);
  if (worded !== null) return worded;
  if (/^[\w+/=-]{40,}$/.test(text)) return `“${text.slice(0, SHOWN_OF_HASH)}…”`;
  const line = quoted(oneLine(text)).replaceAll('“', '‘').replaceAll('”', '’');
  const characters = [...line.slice(0, 2 * SHOWN)];
  return characters.length > SHOWN || line.length > 2 * SHOWN
    ? `“${characters.slice(0, SHOWN).join('')}…”`
    : `“${line}”`;
}

/** What the catalogue lists is told in its words, and a day, a slot or a record as people say it; null: it was typed. */
function wordOf(text: string, { schema, facts }: Entry | PartEntry): string | null {
  if (listedWords(schema).includes(text)) return facts.words?.[text] ?? text;
  if (facts.control.type === 'date' && isCalendarDate(text)) return formatDate(text);
  if (facts.control.type === 'slot' && isSlot(text)) return slotInWords(text);
  return facts.pointsAt === 'record' ? recordAt(text) : null;
}
