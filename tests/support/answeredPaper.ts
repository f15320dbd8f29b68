import { join } from 'node:path';
import type { EngineOptions } from '../../electron/engine/engine.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, testEngine } from './engine.ts';
import { answersTo } from './fillPaper.ts';
import { scratchFolder } from './scratch.ts';

export const day = (text: string) => calendarDate(text);

/** A store with the sample, TAG's paper of it, and what TAG fills in. */
export async function withPaper(options: Partial<EngineOptions> = {}) {
  const folder = scratchFolder();
  const test = testEngine(join(folder, 'store'), { today: () => day('2021-10-20'), ...options });
  const { does } = test;
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const paper = join(folder, 'paper.pdf');
  const meeting = day('2021-10-27');
  const { reference } = await does('paper.export', { release: id, body: 'TAG', meeting, out: paper, asOf: null });
  const criteria = ['AC-01', 'AC-02', 'AC-03'];
  const answers = await answersTo(
    paper,
    criteria,
    {
      'AC-01': { position: 'supports', words: 'TAG supports.\nIt was thorough – “well done”.' },
      'AC-03': { position: 'supportsWithConditions', conditions: '- Retest TI-101\n2. Publish the results\n' },
    },
    { 'meeting/reference': 'TAG-84/3', 'meeting/by': 'Zoë Łuka' },
  );
  const facts = async () => (await does('release.open', { release: id, asOf: null })).facts;
  /** The conditions that came with the answer, in the order in which they were recorded. */
  const conditions = async () =>
    (await facts()).conditions
      .filter((one) => one.source?.paper === reference)
      .sort((left, right) => ((left.id ?? '') < (right.id ?? '') ? -1 : 1));
  const views = async () => (await facts()).views.filter((view) => view.body === 'TAG' && view.paper === reference);
  return { ...test, folder, id, paper, reference, criteria, answers, facts, views, conditions };
}
