import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { AppError } from '../../shared/domain/foundation/appError.ts';

const closeButtonProps = { 'aria-label': 'Close this message' };

/** One plain sentence at the corner of the window; errors stay until they are read. */
export function tellError(error: AppError): void {
  notifications.show({
    message: error.message,
    color: 'red',
    autoClose: false,
    withBorder: true,
    role: 'alert',
    closeButtonProps,
  });
}

export function tellDone(message: string): void {
  notifications.show({ message, withBorder: true, closeButtonProps });
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
      <div className="stack">
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
