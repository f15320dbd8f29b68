import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { liveQuestion } from '../../renderer/stores/liveQuestion.ts';
import fc from '../support/properties.ts';

/** A promise that is answered when the test says so. */
function pending<T>() {
  let answer: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}

describe('live answers', () => {
  it('hear the newest question only, in whatever order the answers come', async () => {
    const order = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, at) => at),
        { minLength: count, maxLength: count },
      ),
    );
    await fc.assert(
      fc.asyncProperty(order, async (comesIn) => {
        const live = liveQuestion();
        const heard: number[] = [];
        const questions = comesIn.map(() => pending<number>());
        for (const { promise } of questions)
          live.ask(
            () => promise,
            (answer) => heard.push(answer),
          );
        for (const at of comesIn) {
          questions[at]?.answer(at);
          await questions[at]?.promise;
        }
        expect(heard).toEqual([comesIn.length - 1]);
      }),
    );
  });

  it('hear nothing once they are stopped', async () => {
    const live = liveQuestion();
    const question = pending<string>();
    let heard = false;
    live.ask(
      () => question.promise,
      () => (heard = true),
    );
    live.stop();
    question.answer('late');
    await question.promise;
    expect(heard).toBe(false);
  });

  it('are asked by the one hook: no screen asks in an effect of its own', () => {
    const folder = join(import.meta.dirname, '../../renderer');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(100);
    const asking = files.filter((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      return /\buseEffect\(/.test(source) && /[^.\w](call|api\.ask)\(/.test(source);
    });
    expect(asking).toEqual([join('stores', 'useEngineAnswer.ts')]);
  });
});
