import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { ok } from '../../shared/domain/foundation/result.ts';
import { textNames } from '../../shared/domain/texts/textKinds.ts';
import { chooseTarget } from './dialogs.ts';
import type { LongWork } from './longWork.ts';
import type { MainVerbs } from './mainVerb.ts';

const forms = {
  plain: { name: 'Plain text', extension: 'txt' },
  html: { name: 'Web page', extension: 'html' },
} as const;

/** The texts that go out, saved as files: the dialog and the path that the window does not see. */
export function createTextVerbs(
  window: () => BrowserWindow | null,
  call: LongWork['call'],
): Pick<MainVerbs, 'text.save'> {
  return {
    'text.save': async ({ release, name, text, form, asOf }) => {
      const { name: format, extension } = forms[form];
      const suggestion = `${name}, ${textNames[text].toLowerCase()}.${extension}`;
      const out = await chooseTarget(window(), 'Save the text', suggestion, { name: format, extensions: [extension] });
      if (!out) return ok(null);
      const saved = await call('text.export', { release, text, form, out, asOf });
      return saved.ok ? ok({ name: basename(saved.value.file) }) : saved;
    },
  };
}
