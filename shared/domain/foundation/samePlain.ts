/** Whether two values of JSON say the same, whatever the order of their fields. Builds nothing, so that many can be asked. */
export function samePlain(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    for (let at = 0; at < left.length; at += 1) if (!samePlain(left[at], right[at])) return false;
    return true;
  }
  const [one, other] = [left as Readonly<Record<string, unknown>>, right as Readonly<Record<string, unknown>>];
  let fields = 0;
  for (const field in one) {
    fields += 1;
    if (!Object.hasOwn(other, field) || !samePlain(one[field], other[field])) return false;
  }
  return fields === Object.keys(other).length;
}
