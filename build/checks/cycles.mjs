/**
 * Groups of files that import one another in a circle (strongly connected components of more than one file), each in
 * alphabetical order. A file that imports itself counts.
 *
 * @param {ReadonlyMap<string, ReadonlySet<string>>} graph file → the files it imports
 * @returns {string[][]}
 */
export function findCycles(graph) {
  /** @type {Map<string, { order: number, low: number, open: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const cycles = [];

  /** @param {string} file */
  const visit = (file) => {
    const own = { order: seen.size, low: seen.size, open: true };
    seen.set(file, own);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      const other = seen.get(next);
      if (!other) own.low = Math.min(own.low, visit(next).low);
      else if (other.open) own.low = Math.min(own.low, other.order);
    }
    if (own.low === own.order) close(file);
    return own;
  };

  /** @param {string} root */
  const close = (root) => {
    const group = stack.splice(stack.indexOf(root));
    for (const file of group) {
      const entry = seen.get(file);
      if (entry) entry.open = false;
    }
    if (group.length > 1 || graph.get(root)?.has(root)) cycles.push(group.sort());
  };

  for (const file of graph.keys()) if (!seen.has(file)) visit(file);
  return cycles;
}
