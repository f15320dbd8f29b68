import { join } from 'node:path';
import type { EngineOptions } from '../../electron/engine/engine.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { begunOnce } from './begunOnce.ts';
import { sampleFile } from './engine.ts';
import { answersTo } from './fillPaper.ts';

export const day = (text: string) => calendarDate(text);

const criteria = ['AC-01', 'AC-02', 'AC-03'];

const begun = begunOnce(
  async ({ does }, folder) => {
    const { id } = await does('release.import', { file: sampleFile, replace: false });
    const out = join(folder, 'paper.pdf');
    const paper = { release: id, body: 'TAG', meeting: day('2021-10-27'), out, asOf: null } as const;
    const { reference } = await does('paper.export', paper);
    const answers = await answersTo(
      out,
      criteria,
      {
        'AC-01': { position: 'supports', words: 'TAG supports.\nIt was thorough – “well done”.' },
        'AC-03': { position: 'supportsWithConditions', conditions: '- Retest TI-101\n2. Publish the results\n' },
      },
      { 'meeting/reference': 'TAG-84/3', 'meeting/by': 'Zoë Łuka' },
    );
    return { id, reference, answers };
  },
  { today: () => day('2021-10-20') },
);

/** A store with the sample, TAG's paper of it, and what TAG fills in. */
export async function withPaper(options: Partial<EngineOptions> = {}) {
  const test = await begun(options);
  const { does, id, folder, reference, answers } = test;
  const facts = async () => (await does('release.open', { release: id, asOf: null })).facts;
  /** The conditions that came with the answer, in the order in which they were recorded. */
  const conditions = async () =>
    (await facts()).conditions
      .filter((one) => one.source?.paper === reference)
      .sort((left, right) => ((left.id ?? '') < (right.id ?? '') ? -1 : 1));
  const views = async () => (await facts()).views.filter((view) => view.body === 'TAG' && view.paper === reference);
  return {
    ...test,
    folder,
    id,
    paper: join(folder, 'paper.pdf'),
    reference,
    criteria,
    answers,
    facts,
    views,
    conditions,
  };
}
