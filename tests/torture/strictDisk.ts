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

/** Which names survive the power: only the safe ones, all, or all of this one folder. */
export type Survivors = 'safe' | 'all' | { readonly of: string };

const sqlite = /^store\.sqlite(-wal|-journal)?$/;

/**
 * A disk as strictly as POSIX allows: a name is safe when its folder was fsynced since, content when its file was; nothing
 * is safe by the fsync of anything else. It follows a real folder by being told what happened there.
 */
export class StrictDisk {
  readonly root: string;
  private readonly top: Folder;

  /** What lies in the folder now is taken as safe. */
  constructor(root: string) {
    this.root = root;
    this.top = { kind: 'folder', now: new Map(), safe: new Map() };
    this.adoptAll(this.top, root);
  }

  fsync(path: string): void {
    const node = this.find(path);
    if (!node) return;
    if (node.kind === 'folder') node.safe = new Map(node.now);
    else node.safe = readFileSync(path);
  }

  /** Before a name goes to another file, or goes: what it led to. */
  willLose(path: string): void {
    const node = this.find(path);
    if (node?.kind === 'file' && existsSync(path)) node.frozen = readFileSync(path);
  }

  moved(from: string, to: string, node: Node | null): void {
    this.lost(from);
    if (node) this.folderOf(to)?.now.set(basename(to), node);
    // SQLite goes on with what was put in its database's place, and what was not safe then is so no sooner.
    if (node?.kind === 'file' && node.safe !== null && sqlite.test(basename(to))) node.isSqlite = true;
  }

  linked(to: string, node: Node | null): void {
    if (node) this.folderOf(to)?.now.set(basename(to), node);
  }

  lost(path: string): void {
    this.folderOf(path)?.now.delete(basename(path));
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
      at.now.set(name, next);
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
  write(target: string, survivors: Survivors): void {
    this.adoptSqlite(this.top, this.root);
    const put = (folder: Folder, from: string, to: string) => {
      mkdirSync(to, { recursive: true });
      const isAll = survivors === 'all' || (typeof survivors === 'object' && survivors.of === from);
      for (const [name, node] of isAll ? folder.now : folder.safe) {
        const [source, place] = [join(from, name), join(to, name)];
        if (node.kind === 'folder') put(node, source, place);
        else writeFileSync(place, contentOf(node, source));
      }
    };
    put(this.top, this.root, target);
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

function contentOf({ isSqlite, safe, frozen }: File, path: string): Buffer {
  if (frozen) return isSqlite ? frozen : (safe ?? Buffer.alloc(0));
  if (isSqlite) return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  return safe ?? Buffer.alloc(0);
}
