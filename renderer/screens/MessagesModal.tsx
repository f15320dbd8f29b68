import { Button } from '@mantine/core';
import { Dialog } from '../components/Dialog.tsx';
import { clearErrors, useMessageStore } from '../stores/messageStore.ts';
import layout from '../styles/layout.module.css';
import lists from '../styles/lists.module.css';
import texts from '../styles/texts.module.css';

const time = (at: number) => new Date(at).toLocaleTimeString('en-GB', { timeStyle: 'short' });

/** What went wrong and was told since the window opened: a message leaves, and can be read again here. */
export function MessagesModal() {
  const errors = useMessageStore((state) => state.errors);
  return (
    <Dialog title="What went wrong" size="min(640px, 92vw)">
      <div className={layout.stack}>
        {errors.length === 0 ? <p className={texts.note}>Nothing since the window was opened.</p> : null}
        <ul
          className={lists.quiet}
          aria-label="What went wrong"
          tabIndex={-1}
          data-autofocus={errors.length > 0 || undefined}
        >
          {errors.map(({ text, at }) => (
            <li key={text}>
              {text} <span className={texts.note}>{time(at)}</span>
            </li>
          ))}
        </ul>
        {errors.length > 0 ? (
          <div>
            <Button variant="default" onClick={clearErrors}>
              Clear the list
            </Button>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}
