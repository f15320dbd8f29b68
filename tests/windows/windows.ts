/**
 * `npm run windows`: the built command line on a Windows, and what is peculiar to it. Argument: what
 * `build/windows/prepareWindows.mjs` set up, as JSON; then words, of which one must be in the name of a check to run it.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, runChecks, tableOf } from './checks.ts';
import { commandsOf } from './commandList.ts';
import { exchangeChecks } from './exchange.ts';
import { holds, same } from './expect.ts';
import { folderChecks } from './folders.ts';
import { interruptedChecks } from './interruptedChecks.ts';
import { journey } from './journey.ts';
import { lockChecks } from './locks.ts';
import { endWindows, linuxMachine, type Windows, windowsMachine } from './machine.ts';
import { nameChecks } from './names.ts';
import { sameBytesChecks } from './sameBytes.ts';
import { textChecks } from './texts.ts';

const [given = '{}', ...words] = process.argv.slice(2);
const set = JSON.parse(given) as Windows;
const room = join(set.prefix, '..');
const say = (line: string) => void process.stdout.write(`${line}\n`);
for (const name of ['journey', 'exchange', 'bytes', 'interrupted', 'names', 'locks', 'folders', 'texts'])
  rmSync(join(room, name), { recursive: true, force: true });
mkdirSync(join(room, 'journey'), { recursive: true });
const linux = linuxMachine(room);
const windows = windowsMachine(room, set);

const walk: Check = {
  name: 'every command of the command line, as on Linux',
  run: async () => {
    const known = await commandsOf(linux);
    holds(known.length > 40, `the command line lists ${known.length} commands only`);
    const [here, there] = await Promise.all([
      journey(linux, join(room, 'journey/Linux'), known),
      journey(windows, join(room, 'journey/Windows'), known),
    ]);
    same(there.neverRan, [], 'What never ran');
    same(there.steps, here.steps, 'What Windows answered');
    return `${known.length} commands in ${there.steps.length} runs`;
  },
};

const checks = [
  walk,
  ...sameBytesChecks(linux, windows, room),
  ...exchangeChecks(linux, windows, room),
  ...interruptedChecks(windows, join(set.app, 'out/app/main/engine.js'), room),
  ...nameChecks(linux, windows, room),
  ...lockChecks(windows, room),
  ...folderChecks(windows, room),
  ...textChecks(windows, room),
];
const wanted = checks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const begin = (name: string) => void process.stderr.write(`• ${name}…\n`);
const checked = await runChecks(wanted, begin, say).finally(() => endWindows(set));
const count = (outcome: string) => checked.filter((each) => each.outcome === outcome).length;
const bytes = checked.filter(({ name }) => name.startsWith('same bytes'));
say('');
for (const line of tableOf(checked)) say(line);
say('');
say(`Windows Node ${set.nodeVersion} on ${set.wine}.`);
const alike = bytes.filter(({ outcome }) => outcome === 'ok').length;
if (bytes.length > 0)
  say(`Same bytes as on Linux: ${alike === bytes.length ? 'yes' : 'NO'}, ${alike} of ${bytes.length}.`);
say(`${count('ok')} held, ${count('FAILED')} failed, ${count('not here')} could not be tried here.`);
process.exitCode = count('FAILED') === 0 && checked.length > 0 ? 0 : 1;
