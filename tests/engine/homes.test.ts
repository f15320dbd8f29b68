import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verbs } from '../../electron/engine/verbs.ts';
import { engineMethods, type MethodName } from '../../shared/contract/engineMethods.ts';
import { mainMethods } from '../../shared/contract/windowMethods.ts';

const root = join(import.meta.dirname, '../..');
const topicOf = (method: string) => method.split('.')[0] ?? '';
const byTopic = Map.groupBy([...Object.keys(engineMethods), ...Object.keys(mainMethods)], topicOf);
const names = Object.keys(engineMethods) as readonly MethodName[];

describe('a method’s name says where it stands', () => {
  it.each([...byTopic.keys()])(
    '%s: its file of the contract holds all of the topic, and nothing else',
    async (topic) => {
      const file = (await import(join(root, `shared/contract/${topic}.ts`))) as Readonly<Record<string, object>>;
      const engine = Object.keys(file[`${topic}Methods`] ?? {});
      const window = Object.keys(file[`${topic}WindowMethods`] ?? {});
      expect([...engine, ...window].sort()).toEqual([...(byTopic.get(topic) ?? [])].sort());
      expect(engine.every((name) => name in engineMethods) && window.every((name) => name in mainMethods)).toBe(true);
    },
  );

  it.each(names)('%s: its verb stands in a file of its own', async (name) => {
    const file = (await import(join(root, `electron/engine/verbs/${name.replace('.', '/')}.ts`))) as object;
    expect(Object.values(file)).toEqual([verbs[name]]);
    expect(verbs[name].name).toBe(name);
  });

  it('has no other file among the verbs', () => {
    const files = readdirSync(join(root, 'electron/engine/verbs'), { recursive: true, encoding: 'utf8' });
    const found = files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.replaceAll(/[\\/]/g, '.').slice(0, -3));
    expect(found.sort()).toEqual([...names].sort());
  });
});
