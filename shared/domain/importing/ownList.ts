/**
 * Lists in one cell as our tables write them: `TAG; OPSG`, `None` for an empty one. An item that this would part or
 * change stands in quotation marks, so that reading gives back what was written.
 */
export function writeList(items: readonly string[]): string {
  return items.length === 0 ? 'None' : items.map(writeItem).join('; ');
}

function writeItem(item: string): string {
  return /[;"]|^\s|\s$|^$|^None$/.test(item) ? `"${item.replaceAll('"', '""')}"` : item;
}

const item = /\s*(?:"((?:[^"]|"")*)"|([^;]*))\s*(?:;|$)/gy;

/** The items of a list that `writeList` wrote; other text comes apart at its semicolons. */
export function readOwnList(cell: string): readonly string[] {
  if (cell.trim() === 'None') return [];
  const items: string[] = [];
  item.lastIndex = 0;
  while (item.lastIndex < cell.length) {
    const match = item.exec(cell);
    if (!match) return cell.split(';').map((part) => part.trim());
    items.push(match[1] === undefined ? (match[2] ?? '').trim() : match[1].replaceAll('""', '"'));
  }
  return items;
}
