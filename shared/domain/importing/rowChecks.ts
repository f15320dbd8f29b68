const namedPart = /^(.*\S)[\s,–—-]*\(?\bpart\s+([\p{L}\d]{1,20})\)?$/iu;

/** `SECMP0062 part 2` in one cell names a modification and its part. */
export function splitPart(fields: Record<string, unknown>): void {
  const reference = fields.reference;
  if (typeof reference !== 'string' || reference.length > 100 || fields.part !== undefined) return;
  const match = namedPart.exec(reference);
  if (!match) return;
  fields.reference = (match[1] as string).replace(/[\s,–—(-]+$/, '');
  fields.part = match[2];
}

interface Contradiction {
  readonly field: string;
  readonly why: string;
}

/** Counts of one phase that cannot all be true. */
export function checkCounts(fields: Readonly<Record<string, unknown>>): readonly Contradiction[] {
  const { planned, run } = fields;
  const passed = countOr(fields.passed);
  const failed = countOr(fields.failed);
  const found: Contradiction[] = [];
  if (typeof planned === 'number' && typeof run === 'number' && run > planned)
    found.push({ field: 'run', why: `${run} tests run are more than the ${planned} planned; correct one of the two` });
  if (typeof run === 'number' && passed + failed > run)
    found.push({
      field: 'passed',
      why: `${passed} passed and ${failed} failed are more than the ${run} run; correct one of the three`,
    });
  else if (typeof run !== 'number' && typeof planned === 'number' && passed + failed > planned)
    found.push({
      field: 'passed',
      why: `${passed} passed and ${failed} failed are more than the ${planned} planned; correct one of the three`,
    });
  return found;
}

function countOr(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
