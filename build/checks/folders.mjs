import { findCycles } from './cycles.mjs';

/**
 * The folders directly inside each floor as one graph: which imports which, and how often. Files that lie in the floor
 * itself (its entry, its list of verbs) are no folder and do not count.
 *
 * @param {ReadonlyMap<string, ReadonlySet<string>>} files file → the files it imports, relative to the root
 * @param {readonly { readonly folder: string }[]} floors
 * @returns {{ edges: ReadonlyMap<string, ReadonlyMap<string, number>>, circles: string[][] }}
 */
export function folderGraph(files, floors) {
  /** @type {Map<string, Map<string, number>>} */
  const edges = new Map();
  for (const [file, targets] of files) {
    const from = folderOf(file, floors);
    if (!from) continue;
    for (const target of targets) {
      const to = folderOf(target, floors);
      if (!to || to === from) continue;
      const known = edges.get(from) ?? new Map();
      edges.set(from, known.set(to, (known.get(to) ?? 0) + 1));
    }
  }
  const graph = new Map([...edges].map(([from, to]) => [from, new Set(to.keys())]));
  return { edges, circles: findCycles(graph) };
}

/**
 * @param {string} file
 * @param {readonly { readonly folder: string }[]} floors
 * @returns {string | undefined} `shared/domain/pack` for `shared/domain/pack/sections/scope.ts`
 */
function folderOf(file, floors) {
  const floor = floors.find(({ folder }) => file.startsWith(`${folder}/`));
  if (!floor) return undefined;
  const inside = file.slice(floor.folder.length + 1).split('/');
  return inside.length > 1 ? `${floor.folder}/${inside[0]}` : undefined;
}

/**
 * The graph in words: a line a folder, with what it imports and how often; then its circles.
 *
 * @param {ReturnType<typeof folderGraph>} graph
 */
export function graphInWords({ edges, circles }) {
  const lines = [...edges]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([from, to]) => `${from} → ${[...to].map(([name, count]) => `${name} (${count})`).join(', ')}`);
  const count = [...edges.values()].reduce((sum, to) => sum + to.size, 0);
  return [...lines, `${count} edges between folders, ${circles.length} circles`].join('\n');
}
