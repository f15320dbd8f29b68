const shapes = { criterion: { prefix: 'AC', digits: 2 }, evidence: { prefix: 'EV', digits: 3 } } as const;

/** Kinds whose records get a reference of the app's own where nobody gives one. */
export type NumberedKind = keyof typeof shapes;

export function isNumbered(kind: string): kind is NumberedKind {
  return Object.hasOwn(shapes, kind);
}

/** `AC-08`, `EV-013`: the number after the highest that is taken. Ask it in the transaction that takes the reference. */
export function nextReference(kind: NumberedKind, taken: Iterable<string>): string {
  const { prefix, digits } = shapes[kind];
  const pattern = new RegExp(`^${prefix}-(\\d+)$`);
  let highest = 0;
  for (const reference of taken) highest = Math.max(highest, Number(pattern.exec(reference)?.[1] ?? 0));
  return `${prefix}-${String(highest + 1).padStart(digits, '0')}`;
}
