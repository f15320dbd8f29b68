import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inProject } from '../../build/paths.mjs';
import { theme } from '../../renderer/theme.ts';

/** The controls that come in sizes and stand beside one another in a form. */
const isControl = (name: string) => /(Input|Select|Autocomplete|Textarea|Checkbox)$/.test(name);

/** What the window takes of Mantine, by every import that stands in it. */
function takenOfMantine(): ReadonlySet<string> {
  const files = readdirSync(inProject('renderer'), { recursive: true, encoding: 'utf8' });
  const imports = files
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => {
      const text = readFileSync(inProject(`renderer/${file}`), 'utf8');
      return /import \{([^}]*)\} from '@mantine\/core'/.exec(text)?.[1]?.split(',') ?? [];
    });
  return new Set(imports.map((one) => one.trim()).filter(Boolean));
}

it('every control that the window uses has the one height of its fields', () => {
  const controls = [...takenOfMantine()].filter((name) => isControl(name) && name !== 'Input');
  expect(controls.length).toBeGreaterThan(7);
  const sizes = controls.map((name) => [name, theme.components?.[name]?.defaultProps?.size]);
  expect(sizes).toEqual(controls.map((name) => [name, 'xs']));
});
