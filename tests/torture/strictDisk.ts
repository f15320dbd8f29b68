import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** A file: what of it is safe. `frozen`: what it held when its name was taken by another. */
interface File {
  readonly kind: 'file';
  /** Written by SQLite, which syncs what it commits, and the folder that it makes a journal in. */
  isSqlite: boolean;
  safe: Buffer | null;
  frozen: Buffer | null;
}

/** A folder: the names in it now, and those that its last fsync saw. */
interface Folder {
  readonly kind: 'folder';
  now: Map<string, Node>;
  safe: Map<string, Node>;
}

type Node = File | Folder;

/** A change of one name; null: it is gone. */
interface NameChange {
  readonly folder: Folder;
  readonly name: string;
  readonly node: Node | null;
}

/** One operation on names that no fsync made safe yet; a disk does all of it or nothing. */
interface Pending {
  readonly changes: readonly NameChange[];
}

/** What survives when the power goes, of all that no fsync made safe. */
export interface Survival {
  readonly words: string;
  /** Whether an operation on names survives, by its number among those that are not safe. */
  readonly keeps: (operation: number, folder: string) => boolean;
  /** What a file holds whose content is not safe. */
  readonly content: (safe: Buffer | null, written: Buffer) => Buffer;
}

const asSafe: Survival['content'] = (safe) => safe ?? Buffer.alloc(0);
const asWritten: Survival['content'] = (_, written) => written;

/** The four corners: names and contents, none or all of them. */
export const corners: readonly Survival[] = [
  { words: 'safe names, safe contents', keeps: () => false, content: asSafe },
  { words: 'safe names, all contents', keeps: () => false, content: asWritten },
  { words: 'all names, safe contents', keeps: () => true, content: asSafe },
  { words: 'all names, all contents', keeps: () => true, content: asWritten },
];

/** The names of one folder alone. */
export function namesOf(path: string): Survival {
  return { words: `names of ${basename(path)}`, keeps: (_, folder) => folder === path, content: asSafe };
}

const sector = 512;

/** Some operations on names and not others, in whatever order; contents torn at a sector, or long enough and empty. */
export function someOf(random: () => number, words: string): Survival {
  const kept = new Map<number, boolean>();
  return {
    words,
    keeps: (operation) => {
      const known = kept.get(operation) ?? random() < 0.5;
      kept.set(operation, known);
      return known;
    },
    content: (safe, written) => {
      const how = random();
      if (how < 0.2) return asSafe(safe, written);
      if (how < 0.4) return written;
      if (how < 0.6) return Buffer.alloc(written.length);
      const at = sector * Math.floor(random() * (1 + written.length / sector));
      return Buffer.concat([written.subarray(0, at), (safe ?? Buffer.alloc(0)).subarray(at)]);
    },
  };
}

const sqlite = /^store\.sqlite(-wal|-journal)?$/;

/**
 * A disk as strictly as POSIX allows: a name is safe when its folder was fsynced since, content when its file was; nothing
 * is safe by the fsync of anything else. It follows a real folder by being told what happened there.
 */
export class StrictDisk {
  readonly root: string;
  private readonly top: Folder;
  private pending: readonly Pending[] = [];

  /** What lies in the folder now is taken as safe. */
  constructor(root: string) {
    this.root = root;
    this.top = { kind: 'folder', now: new Map(), safe: new Map() };
    this.adoptAll(this.top, root);
  }

  fsync(path: string): void {
    const node = this.find(path);
    if (!node) return;
    if (node.kind === 'file') node.safe = readFileSync(path);
    else {
      node.safe = new Map(node.now);
      const left = this.pending.map(({ changes }) => ({ changes: changes.filter(({ folder }) => folder !== node) }));
      this.pending = left.filter(({ changes }) => changes.length > 0);
    }
  }

  /** Before a name goes to another file, or goes: what it led to. */
  willLose(path: string): void {
    const node = this.find(path);
    if (node?.kind === 'file' && existsSync(path)) node.frozen = readFileSync(path);
  }

  moved(from: string, to: string, node: Node | null): void {
    this.change([this.changeAt(from, null), this.changeAt(to, node)]);
    // SQLite goes on with what was put in its database's place, and what was not safe then is so no sooner.
    if (node?.kind === 'file' && node.safe !== null && sqlite.test(basename(to))) node.isSqlite = true;
  }

  linked(to: string, node: Node | null): void {
    if (node) this.change([this.changeAt(to, node)]);
  }

  lost(path: string): void {
    this.change([this.changeAt(path, null)]);
  }

  /** What is at a path now; what nobody told of is taken in, with nothing of it safe. */
  find(path: string): Node | null {
    const names = relative(this.root, path).split(sep);
    if (names[0] === '..') return null;
    let at: Node = this.top;
    let place = this.root;
    for (const name of names[0] === '' ? [] : names) {
      place = join(place, name);
      if (at.kind === 'file') return null;
      const known = at.now.get(name);
      const next: Node | null = known ?? (existsSync(place) ? newNode(place) : null);
      if (!next) return null;
      if (!known) this.change([{ folder: at, name, node: next }]);
      at = next;
    }
    return at;
  }

  /** The folders of which names are not safe. */
  unsafe(): readonly string[] {
    const found: string[] = [];
    const look = (folder: Folder, path: string) => {
      const isSame =
        folder.now.size === folder.safe.size && [...folder.now].every(([n, one]) => folder.safe.get(n) === one);
      if (!isSame) found.push(path);
      for (const [name, inner] of folder.now) if (inner.kind === 'folder') look(inner, join(path, name));
    };
    look(this.top, this.root);
    return found;
  }

  /** Writes into `target` what stands after the power went now. */
  write(target: string, { keeps, content }: Survival): void {
    this.adoptSqlite(this.top, this.root);
    const names = new Map<Folder, Map<string, Node>>();
    const namesIn = (folder: Folder) => {
      const known = names.get(folder) ?? new Map(folder.safe);
      names.set(folder, known);
      return known;
    };
    for (const [operation, { changes }] of this.pending.entries())
      for (const { folder, name, node } of changes) {
        if (!keeps(operation, this.pathOf(folder))) continue;
        if (node) namesIn(folder).set(name, node);
        else namesIn(folder).delete(name);
      }
    const put = (folder: Folder, to: string) => {
      mkdirSync(to, { recursive: true });
      for (const [name, node] of namesIn(folder)) {
        const place = join(to, name);
        if (node.kind === 'folder') put(node, place);
        else writeFileSync(place, contentOf(node, this.pathOf(node), content));
      }
    };
    put(this.top, target);
  }

  /** Where something lies now; '' where no name leads to it any more. */
  private pathOf(wanted: Node): string {
    const look = (folder: Folder, path: string): string => {
      if (folder === wanted) return path;
      for (const [name, node] of folder.now) {
        const place = join(path, name);
        if (node === wanted) return place;
        const found = node.kind === 'folder' ? look(node, place) : '';
        if (found !== '') return found;
      }
      return '';
    };
    return look(this.top, this.root);
  }

  private changeAt(path: string, node: Node | null): NameChange | null {
    const folder = this.folderOf(path);
    return folder && (node || folder.now.has(basename(path))) ? { folder, name: basename(path), node } : null;
  }

  private change(asked: readonly (NameChange | null)[]): void {
    const changes = asked.filter((one) => one !== null);
    if (changes.length === 0) return;
    for (const { folder, name, node } of changes)
      if (node) folder.now.set(name, node);
      else folder.now.delete(name);
    this.pending = [...this.pending, { changes }];
  }

  private folderOf(path: string): Folder | null {
    const node = this.find(dirname(path));
    return node?.kind === 'folder' ? node : null;
  }

  /** SQLite makes its files without telling us, and makes their names safe. */
  private adoptSqlite(folder: Folder, path: string): void {
    for (const name of existsSync(path) ? readdirSync(path) : []) {
      if (!sqlite.test(name) || folder.now.has(name)) continue;
      const node = newNode(join(path, name));
      folder.now.set(name, node);
      folder.safe.set(name, node);
    }
    for (const [name, inner] of folder.now) if (inner.kind === 'folder') this.adoptSqlite(inner, join(path, name));
  }

  private adoptAll(folder: Folder, path: string): void {
    for (const name of readdirSync(path)) {
      const node = newNode(join(path, name));
      if (node.kind === 'folder') this.adoptAll(node, join(path, name));
      else node.safe = readFileSync(join(path, name));
      folder.now.set(name, node);
      folder.safe.set(name, node);
    }
  }
}

function newNode(path: string): Node {
  if (statSync(path).isDirectory()) return { kind: 'folder', now: new Map(), safe: new Map() };
  return { kind: 'file', isSqlite: sqlite.test(basename(path)), safe: null, frozen: null };
}

/** @param path where it lies now; what went since was read before (`frozen`) */
function contentOf({ isSqlite, safe, frozen }: File, path: string, survives: Survival['content']): Buffer {
  const written = frozen ?? (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
  if (isSqlite) return written;
  return safe?.equals(written) ? written : survives(safe, written);
}
