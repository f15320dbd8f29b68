/** Tried from the largest down. */
const large = [2 ** 40, 10_000_000, 1_000_000, 100_000, 20_000, 5000, 1000, 199, 100];

/**
 * The inputs that come of `input` where one of its numbers is the largest that `isTaken` lets through: ranges, places and
 * lengths as far as anybody may ask for.
 */
export function pushNumbers(input: unknown, isTaken: (input: unknown) => boolean): readonly unknown[] {
  return placesIn(input).flatMap((place) => {
    const most = large.map((number) => withNumber(input, place, number)).find(isTaken);
    return most === undefined ? [] : [most];
  });
}

type Place = readonly (string | number)[];

function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value === 'number') return [place];
  if (value === null || typeof value !== 'object') return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([name, inner]) => placesIn(inner, [...place, name]));
}

function withNumber(value: unknown, [name, ...rest]: Place, number: number): unknown {
  if (name === undefined) return number;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const inner = copy as Record<string | number, unknown>;
  inner[name] = withNumber(inner[name], rest, number);
  return copy;
}
