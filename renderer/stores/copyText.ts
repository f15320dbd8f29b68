import { tellDone, tellError } from './notify.tsx';

/**
 * Leaves a text on the clipboard, and says so once it lies there; the system may refuse.
 * @param done what is said then
 */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return tellError({
      kind: 'notAllowed',
      message:
        'Nothing was copied: the system did not let the app write to the clipboard. Click into the window, and copy again.',
      where: null,
    });
  }
  tellDone(done);
}
