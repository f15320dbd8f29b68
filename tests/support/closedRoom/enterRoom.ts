import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Seen } from './journey.ts';

/** What came of a journey in a closed room. */
export interface Stay {
  readonly seen: Seen;
  /** What reached the listener outside, by name or by port. */
  readonly heard: readonly string[];
  /** Every packet that left, whatever it was. */
  readonly packets: number;
}

const asRoot = process.getuid?.() === 0;
/** Its own processes too: all of them end with the room. */
const namespaces = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
const unshare = [...(asRoot ? [] : ['--user', '--map-root-user']), ...namespaces];

/** Why there can be no such room on this machine; null where there can. */
export function whyNoRoom(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are a thing of Linux';
  const needs = 'ip link add out type veth peer name far && echo 1 > /proc/sys/net/ipv6/conf/out/disable_ipv6';
  const tried = spawnSync('unshare', [...unshare, 'sh', '-c', needs], { encoding: 'utf8' });
  if (tried.status === 0) return null;
  return `no network namespace can be made here (${tried.error?.message ?? tried.stderr.trim()})`;
}

/** An app that was packaged: what to start, and the archive of its own code. */
export interface Packaged {
  readonly executable: string;
  readonly asar: string;
}

/** Goes through the journey with these guards switched off (`room.ts`), in the built app or in one that was packaged. */
export function enterRoom(guardsOff: readonly string[] = [], packaged: Packaged | null = null): Promise<Stay> {
  const room = [process.execPath, join(import.meta.dirname, 'room.ts'), ...guardsOff];
  const args = new Set([...(JSON.parse(process.env.SEC_GOLIVE_ELECTRON_ARGS ?? '[]') as string[]), '--no-sandbox']);
  const started = packaged && { SEC_GOLIVE_ELECTRON: packaged.executable, SEC_GOLIVE_ASAR: packaged.asar };
  const env = { ...process.env, ...started, SEC_GOLIVE_ELECTRON_ARGS: JSON.stringify([...args]) };
  return new Promise((resolve, reject) => {
    const child = spawn('unshare', [...unshare, ...room], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out) as Stay) : reject(new Error(err))));
  });
}
