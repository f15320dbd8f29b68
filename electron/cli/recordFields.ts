import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { type RecordKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { releaseFields } from '../../shared/domain/records/releaseRecord.ts';

/** `FIELD=VALUE`; the first sign parts them. Each value is read as its field takes it. */
export function readFields(kind: RecordKind, pairs: readonly string[]): Result<Record<string, unknown>> {
  const fields = new Map<string, unknown>();
  for (const pair of pairs) {
    const sign = pair.indexOf('=');
    if (sign <= 0) return fail('usage', `“${pair}” is not a field and its value; write FIELD=VALUE.`, pair);
    const name = pair.slice(0, sign);
    if (schemaOf(kind, name) === undefined) {
      const noun = kind === 'release' ? 'release' : recordKinds[kind].noun;
      return fail('invalidInput', `A ${noun} has no field “${name}”.`, name);
    }
    // The last one winning would drop the other without a word.
    if (fields.has(name)) return fail('usage', `The field ${name} is given twice; give it once.`, pair);
    fields.set(name, readValue(kind, name, pair.slice(sign + 1)));
  }
  return ok(Object.fromEntries(fields));
}

/**
 * Text stays as it was typed, be it `1.0`, `2026` or `[draft]`; a field of anything else reads JSON. `null` is nothing in
 * every field. Quotation marks around what would otherwise be JSON make text of it, so that `"null"` can be written.
 */
export function readValue(kind: RecordKind, field: string, typed: string): unknown {
  if (typed === 'null') return null;
  const json = jsonIn(typed);
  if (json === undefined) return typed;
  if (typeof json.value === 'string') return jsonIn(json.value) === undefined ? typed : json.value;
  return isOfText(kind, field) ? typed : json.value;
}

/** Undefined: it is no JSON. In a box of its own, for it may be the JSON of nothing. */
function jsonIn(typed: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(typed) };
  } catch {
    return undefined;
  }
}

/** Whether a field holds text, a date or a word of a list; one that is not known is refused by its name. */
function isOfText(kind: RecordKind, field: string): boolean {
  const issue = schemaOf(kind, field)?.safeParse({}).error?.issues[0];
  return issue?.code === 'invalid_value' || (issue?.code === 'invalid_type' && issue.expected === 'string');
}

function schemaOf(kind: RecordKind, field: string) {
  if (kind === 'release') return releaseFields.find(({ name }) => name === field)?.schema;
  const shape: Readonly<Record<string, (typeof releaseFields)[number]['schema']>> = recordKinds[kind].schema.shape;
  return Object.hasOwn(shape, field) ? shape[field] : undefined;
}
