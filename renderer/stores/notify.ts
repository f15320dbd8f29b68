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
