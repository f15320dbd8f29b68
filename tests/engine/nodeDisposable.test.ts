import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';

const module = pathToFileURL(join(import.meta.dirname, '../../electron/engine/nodeDisposable.ts')).href;

it('a process for a file that never ends is ended with the command that started it', async () => {
  const folder = scratchFolder();
  const busy = join(folder, 'busy.mjs');
  writeFileSync(busy, "process.on('message', () => { process.stderr.write('busy'); for (;;); });");
  const command = join(folder, 'command.mjs');
  writeFileSync(
    command,
    `import { nodeDisposable } from '${module}';
    const run = nodeDisposable({ documents: ${JSON.stringify(busy)}, importers: '', exchange: '' });
    run({ program: 'documents', task: 'x', input: null }, { onProgress() {}, signal: new AbortController().signal });`,
  );
  const started = spawn(process.execPath, [command], { stdio: ['ignore', 'ignore', 'pipe'] });
  await once(started.stderr, 'data');
  started.kill('SIGTERM');
  // Both hold the pipe: it closes when neither is left.
  const [, signal] = await once(started, 'close');
  expect(signal).toBe('SIGTERM');
});
