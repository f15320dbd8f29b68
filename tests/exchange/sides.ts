import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InputOf } from '../../shared/contract/engineMethods.ts';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import type { Choice } from '../../shared/domain/merge/plan.ts';
import { testEngine } from '../support/engine.ts';
import { cliPath } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

export const name = 'June 2026 SEC Release';

/** One company's laptop: its store, through the verbs that window and terminal use. */
export function side(organisation: 'SECAS' | 'Smart DCC Ltd', folder: string) {
  mkdirSync(folder, { recursive: true });
  const store = join(folder, 'store');
  const actor = { name: organisation === 'SECAS' ? 'Ada Byron' : 'Bo Test', organisation };
  const desk = testEngine(store, { actor });
  const release = () => desk.does('release.open', { release: name, asOf: null });
  const criterion = async () => (await release()).facts.criteria[0];
  return {
    ...desk,
    folder,
    store,
    criterion,
    edit: async (fields: Record<string, unknown>) =>
      desk.does('record.edit', { asOf: null, kind: 'criterion', id: (await criterion())?.id ?? '', fields }),
    send: (file: string, more: Partial<InputOf<'bundle.export'>> = {}) =>
      desk.does('bundle.export', {
        release: name,
        out: join(folder, file),
        passphrase: null,
        to: null,
        full: false,
        type: 'changes',
        ...more,
      }),
    look: (file: string) => desk.does('bundle.inspect', { file, passphrase: null, choices: {}, asOf: null }),
    take: (file: string, choices: Record<string, Choice> = {}) =>
      desk.does('bundle.apply', { file, passphrase: null, choices, token: null }),
    findings: async () => (await desk.does('readiness.compute', { release: name, asOf: null })).findings,
    cli: (...args: readonly string[]) => {
      const who = ['--store', store, '--as', `${actor.name}, ${organisation}`];
      const run = spawnSync(process.execPath, [cliPath, ...who, ...args], { encoding: 'utf8' });
      return { code: run.status, out: run.stdout, err: run.stderr, json: () => JSON.parse(run.stdout) };
    },
  };
}

/** Makes the release with criterion AC-01, which is the DCC's; answers with its id. */
export async function createRelease({ does }: Pick<ReturnType<typeof side>, 'does'>): Promise<string> {
  const slot = slotSchema.parse('2026-06');
  const { id } = await does('release.create', {
    name,
    kind: 'system',
    slot,
    adHocReason: null,
    approvedDate: null,
  });
  const fields = { reference: 'AC-01', text: 'All tests passed.', owner: 'DCC' };
  await does('record.create', { asOf: null, releaseId: id, kind: 'criterion', fields });
  return id;
}

/** Both have the release with criterion AC-01, and have told each other so. */
export async function bothSides() {
  const folder = scratchFolder();
  const [secas, dcc] = [side('SECAS', join(folder, 'secas')), side('Smart DCC Ltd', join(folder, 'dcc'))];
  const id = await createRelease(secas);
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('1.golive', { type: 'receipt' })).file);
  return { folder, secas, dcc, id };
}

type Cli = ReturnType<typeof side>['cli'];

/** What a person types who has compared the key that a bundle names, and looked at what is not its sender's. */
export function trusting(cli: Cli, file: string): readonly string[] {
  const { fingerprint } = cli('--json', 'bundle', 'inspect', file).json() as { fingerprint: string };
  return ['--trust', fingerprint, '--accept-marks'];
}
