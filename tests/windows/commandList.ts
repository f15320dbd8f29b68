import type { Machine } from './machine.ts';

/** Every command of the built command line, such as `pack export`, as it lists them itself. */
export async function commandsOf(machine: Machine, group: readonly string[] = []): Promise<readonly string[]> {
  const { out } = await machine.golive('Nobody, SECAS', ...group, '--help');
  const listed = /^Commands:\n([\s\S]*)/m.exec(out)?.[1] ?? '';
  const names = [...listed.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
  if (names.length === 0) return [group.join(' ')];
  const all: string[] = [];
  for (const name of names) all.push(...(await commandsOf(machine, [...group, name])));
  return all;
}
