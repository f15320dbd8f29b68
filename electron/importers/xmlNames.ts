/**
 * Names of XML with their namespaces. The language of a document is that of its root: an element of it goes by its local
 * name, one of any other namespace as `{namespace}name`, so that an extension can never pass for what it extends.
 */
export function createXmlNames() {
  const scopes: { readonly depth: number; readonly before: ReadonlyMap<string, string> }[] = [];
  let known: ReadonlyMap<string, string> = new Map();
  let language: string | null = null;
  const spaceOf = (name: string) => {
    const prefix = prefixOf(name);
    // An undeclared prefix stands for itself: whose it is, nobody knows.
    return known.get(prefix) ?? (prefix === '' ? '' : `${prefix}:`);
  };
  const nameOf = (name: string) => {
    const space = spaceOf(name);
    const local = localName(name);
    return space === language ? local : `{${space}}${local}`;
  };
  return {
    /** The namespace of the root. */
    language: () => language ?? '',
    /** @param depth of the element that opens */
    open(name: string, attributes: Readonly<Record<string, string>>, depth: number): string {
      const declared = declarationsOf(attributes);
      if (declared.length > 0) {
        scopes.push({ depth, before: known });
        known = new Map([...known, ...declared]);
      }
      language ??= spaceOf(name);
      return nameOf(name);
    },
    /** @param depth of the element that closes */
    close(name: string, depth: number): string {
      const full = nameOf(name);
      const scope = scopes.at(-1);
      if (scope?.depth === depth) {
        scopes.pop();
        known = scope.before;
      }
      return full;
    },
  };
}

function declarationsOf(attributes: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const key in attributes)
    if (key.startsWith('xmlns') && (key.length === 5 || key[5] === ':'))
      found.push([key.slice(6), attributes[key] ?? '']);
  return found;
}

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
