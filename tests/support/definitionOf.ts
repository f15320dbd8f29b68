import type { z } from 'zod';

type Def = z.core.$ZodTypes['_zod']['def'];

/** What a schema says beneath what may be absent, null or read in another form. */
export function definitionOf(schema: z.core.$ZodType): Def {
  const { def } = schema._zod as { def: Def };
  switch (def.type) {
    case 'default':
    case 'prefault':
    case 'nullable':
    case 'optional':
    case 'readonly':
      return definitionOf(def.innerType);
    case 'pipe':
      return definitionOf(def.in);
    default:
      return def;
  }
}
