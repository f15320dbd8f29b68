import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import layout from '../styles/layout.module.css';
import { keepError } from './messageStore.ts';

const closeButtonProps = { 'aria-label': 'Close this message' };

/** One plain sentence at the foot of the window; it leaves as all do, and the error stays in the list of messages. */
export function tellError(error: AppError): void {
  keepError(error.message);
  show({
    message: error.message,
    color: 'red',
    withBorder: true,
    role: 'alert',
    closeButtonProps,
  });
}

/** `undo`: it offers to take something back, and goes as soon as that is not the next thing to be taken back. */
export function tellDone(message: string, offers: 'undo' | 'nothing' = 'nothing'): void {
  show({ message, withBorder: true, closeButtonProps });
  if (offers === 'undo') offered.add(message);
}

/** What was offered to be taken back is not the next thing any more. */
export function forgetOffers(): void {
  for (const message of offered) notifications.hide(message);
  offered.clear();
}

/** The messages on the screen that offer to take something back. */
const offered = new Set<string>();

/** A message that is told again takes its own place: it does not pile up, and stays as long as a new one. */
function show(told: Parameters<typeof notifications.show>[0] & { readonly message: string }): void {
  notifications.hide(told.message);
  notifications.show({ ...told, id: told.message });
}

/** Takes every message away: what they say is overtaken. */
export function clearTold(): void {
  notifications.clean();
}

/** Files whose content is there already: usually dropped twice, now and then meant. */
export function offerDuplicates(
  files: readonly { readonly source: string; readonly sentence: string }[],
  add: (sources: readonly string[]) => void,
): void {
  const id = 'duplicates';
  notifications.hide(id);
  notifications.show({
    id,
    color: 'yellow',
    autoClose: false,
    withBorder: true,
    role: 'alert',
    closeButtonProps,
    message: (
      <div className={layout.stack}>
        {files.slice(0, 5).map(({ source, sentence }) => (
          <span key={source}>{sentence}</span>
        ))}
        {files.length > 5 ? <span>…and {files.length - 5} more.</span> : null}
        <div>
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => {
              notifications.hide(id);
              add(files.map((file) => file.source));
            }}
          >
            Add {files.length === 1 ? 'it' : `these ${files.length}`} all the same
          </Button>
        </div>
      </div>
    ),
  });
}
