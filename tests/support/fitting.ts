import fc from './properties.ts';

/** A JSON Schema, as far as the contract's inputs use it. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Texts of the fields of a name: those that mean something there, and whether there may be any other. */
type Known = (name: string) => { readonly words: readonly string[]; readonly only?: boolean };

/**
 * Values that fit a schema, so that what is behind the schema is reached.
 * @param name of the field that is made
 */
export function fitting(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const inner = (one: Schema, field = name) => fitting(one, known, field);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf ?? typesOf(schema);
  if (either) return fc.oneof(...either.map((one) => inner(one)));
  switch (schema.type) {
    case 'object':
      return objectFitting(schema, inner);
    case 'array':
      return schema.prefixItems
        ? fc.tuple(...schema.prefixItems.map((one) => inner(one)))
        : fc.array(inner(schema.items ?? {}), { maxLength: 3 });
    case 'string':
      return textFitting(schema, known(name));
    case 'integer':
    case 'number':
      return numberFitting(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.oneof(
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string(),
        fc.constantFrom(...known(name).words),
      );
  }
}

/** `{ type: ['string', 'null'] }` is one of two schemas. */
function typesOf({ type, ...rest }: Schema): readonly Schema[] | undefined {
  return typeof type === 'object' ? type.map((one) => ({ ...rest, type: one })) : undefined;
}

function objectFitting(
  { properties: stated = {}, required = [], additionalProperties, propertyNames }: Schema,
  inner: (schema: Schema, name: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const isClosed = propertyNames?.enum !== undefined && typeof additionalProperties === 'object';
  const named = isClosed ? required.map((name) => [name, additionalProperties] as const) : [];
  const properties = { ...stated, ...Object.fromEntries(named) };
  const own = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, inner(schema, name)])),
    { requiredKeys: required.filter((name) => Object.hasOwn(properties, name)) },
  );
  if (typeof additionalProperties !== 'object' || isClosed) return own;
  const fields = fc.constantFrom('title', 'text', 'reference', 'owner', 'status', 'on', 'criteria', 'strange');
  const others = fc.dictionary(fields, inner(additionalProperties, ''), { maxKeys: 3 });
  return fc.tuple(own, others).map(([first, more]) => ({ ...more, ...(first as object) }));
}

function numberFitting({ minimum, maximum }: Schema): fc.Arbitrary<number> {
  const min = Math.max(minimum ?? -5, -3000);
  return fc.integer({ min, max: Math.min(maximum ?? min + 50, min + 50) });
}

function textFitting(
  { pattern, format, minLength = 0 }: Schema,
  { words, only = false }: ReturnType<Known>,
): fc.Arbitrary<string> {
  const fit = pattern === undefined ? null : new RegExp(pattern, 'u');
  const fits = words.filter((one) => fit === null || fit.test(one));
  if (only) return fc.constantFrom(...fits);
  const any =
    format === 'uuid' || format === 'guid'
      ? fc.uuid()
      : fit === null
        ? fc.string({ minLength })
        : fc.stringMatching(fit);
  return fits.length === 0 ? any : fc.oneof(fc.constantFrom(...fits), any);
}
