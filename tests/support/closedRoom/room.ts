/**
 * Runs a journey in a network namespace of its own whose only way out leads to a listener (`listener.ts`). Started by
 * `unshare --net --mount`. Prints one JSON document: what the journey saw, what the listener heard, how many packets
 * left. Each argument `FILE=FROM=TO` changes a word of the built app for this room alone: a guard that is switched off.
 * `SEC_GOLIVE_ASAR` names the archive of a packaged app, whose words are changed instead.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeAsar } from '../packaged/changedAsar.ts';
import { journey } from './journey.ts';

const project = join(import.meta.dirname, '../../..');
const scratch = mkdtempSync(join(tmpdir(), 'sec-golive-room-'));

function run(command: string, ...args: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr || done.error?.message}`);
  return done.stdout;
}

const covered: string[] = [];

/** Mounts are this room's own: the file itself stays as it is. */
function cover(target: string, content: string): void {
  const file = join(scratch, target.replaceAll('/', '_'));
  writeFileSync(file, content);
  coverWith(target, file);
}

function coverWith(target: string, file: string): void {
  run('mount', '--bind', file, target);
  covered.push(target);
}

const packetsOut = (): number => {
  const [link] = JSON.parse(run('ip', '-s', '-j', 'link', 'show', 'out')) as [{ stats64: { tx: { packets: number } } }];
  return link.stats64.tx.packets;
};

/** Two ends of a cable, ours and the listener's; who is at the other end is known, so that no packet asks for it. */
async function openWayOut() {
  const mac = { out: '02:00:00:00:00:02', far: '02:00:00:00:00:01' };
  run('ip', 'link', 'set', 'lo', 'up');
  run('ip', 'link', 'add', 'out', 'address', mac.out, 'type', 'veth', 'peer', 'name', 'far', 'address', mac.far);
  // The kernel's own search for IPv6 neighbours is no packet of the app's.
  for (const name of ['out', 'far']) writeFileSync(`/proc/sys/net/ipv6/conf/${name}/disable_ipv6`, '1');
  const listener = spawn('unshare', ['--net', process.execPath, join(import.meta.dirname, 'listener.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const heard: string[] = [];
  await new Promise<void>((resolve, reject) => {
    listener.once('exit', () => reject(new Error('The listener ended.')));
    listener.stdout.on('data', (data: Buffer) => {
      heard.push(...data.toString().trim().split('\n'));
      if (heard[0] === 'listening') resolve();
    });
  });
  const inside = (...args: readonly string[]) => run('nsenter', '-t', String(listener.pid), '-n', 'ip', ...args);
  run('ip', 'link', 'set', 'far', 'netns', String(listener.pid));
  inside('link', 'set', 'lo', 'up');
  inside('addr', 'add', '10.77.0.1/24', 'dev', 'far');
  inside('link', 'set', 'far', 'up');
  inside('neigh', 'add', '10.77.0.2', 'lladdr', mac.out, 'dev', 'far', 'nud', 'permanent');
  inside('route', 'add', 'local', '0.0.0.0/0', 'dev', 'lo');
  run('ip', 'addr', 'add', '10.77.0.2/24', 'dev', 'out');
  run('ip', 'link', 'set', 'out', 'up');
  run('ip', 'neigh', 'add', '10.77.0.1', 'lladdr', mac.far, 'dev', 'out', 'nud', 'permanent');
  run('ip', 'route', 'add', 'default', 'via', '10.77.0.1');
  cover('/etc/resolv.conf', 'nameserver 10.77.0.1\n');
  return { heard: () => heard.slice(1), close: () => listener.kill() };
}

function switchOff(guard: string): void {
  const [name = '', from = '', to = ''] = guard.split('=');
  const file = join(project, 'out/app', name);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`There is no “${from}” in ${name}.`);
  cover(file, text.replaceAll(from, to));
}

async function switchOffInArchive(archive: string, guards: readonly string[]): Promise<void> {
  const changes = guards.map((guard) => {
    const [name = '', from = '', to = ''] = guard.split('=');
    return { file: `out/app/${name}`, from, to };
  });
  coverWith(archive, await changeAsar(archive, changes, join(scratch, 'archive')));
}

const wayOut = await openWayOut();
const guards = process.argv.slice(2);
const archive = process.env.SEC_GOLIVE_ASAR;
if (archive && guards.length > 0) await switchOffInArchive(archive, guards);
else for (const guard of guards) switchOff(guard);
const before = packetsOut();
const seen = await journey(scratch);
process.stdout.write(`${JSON.stringify({ seen, heard: wayOut.heard(), packets: packetsOut() - before })}\n`);
wayOut.close();
// A file that is still mounted over another one cannot be removed; the mounts end with the room.
for (const target of covered) run('umount', target);
rmSync(scratch, { recursive: true, force: true });
