const suffix = / SEC Release$/;

/**
 * A release's name without the words that most of them end with, for a list or a calendar; the whole name where the short
 * one could be read as another of `names`.
 */
export function shortNamesOf(names: readonly string[]): (name: string) => string {
  return (name) => {
    const short = name.replace(suffix, '');
    const isOthers = (other: string) => other !== name && (other === short || other.replace(suffix, '') === short);
    return names.some(isOthers) ? name : short;
  };
}
