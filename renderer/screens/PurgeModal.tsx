import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { PurgedPlace } from '../../shared/contract/evidence.ts';
import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import { Dialog } from '../components/Dialog.tsx';
import { purgeFile } from '../stores/evidenceWrites.ts';
import { closeModal } from '../stores/modalStore.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';
import layout from '../styles/layout.module.css';
import lists from '../styles/lists.module.css';
import texts from '../styles/texts.module.css';

/** Taking out a wrongly attached file cannot be undone, so it asks for the reason, and answers for every place. */
export function PurgeModal({ id }: { readonly id: string }) {
  const [taken, setTaken] = useState<Taken | null>(null);
  const facts = useReleaseStore((state) => state.open?.facts);
  const item = facts?.evidence.find((one) => one.id === id);
  // Another release may call its own alike.
  const of = facts && item ? ` of ${evidenceKey(item)} (${facts.release.name})` : '';
  return (
    <Dialog
      size={taken ? 'lg' : 'md'}
      title={taken ? `The file${of} was taken out` : `Take the file${of} out for good`}
    >
      {taken ? <Places id={id} taken={taken} onDone={setTaken} /> : <Question id={id} onDone={setTaken} />}
    </Dialog>
  );
}

interface Taken {
  readonly reason: string;
  readonly places: readonly PurgedPlace[];
}

interface QuestionProps {
  readonly id: string;
  readonly onDone: (taken: Taken) => void;
}

function Question({ id, onDone }: QuestionProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const purged = await purgeFile(id, reason);
    setBusy(false);
    if (purged.ok) onDone({ reason, places: purged.value });
    else setError(purged.error.message);
  };
  return (
    <form className={layout.stack} onSubmit={(event) => void submit(event)} noValidate>
      <p className={texts.note}>
        For a file that should never have been attached. Its content, title, file name and notes leave this store for
        good: its backups, the history, and final packs and papers that the store keeps, too. Content that another item
        has as well stays for that one, and goes out under this one no more. The SHA-256 and your reason stay.
      </p>
      <Textarea
        label="Why"
        description="The reason stays in the history; do not repeat what has to go."
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={error}
        data-autofocus
      />
      <div>
        <Button type="submit" color="red" loading={busy}>
          Take out
        </Button>
      </div>
    </form>
  );
}

/** What stands elsewhere comes first: somebody has to do something about it, and then this store tries what is its own again. */
function Places({ id, taken, onDone }: QuestionProps & { readonly taken: Taken }) {
  const { reason, places } = taken;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const left = places.filter(({ done }) => !done);
  const done = places.filter((place) => place.done);
  const tryAgain = async () => {
    setBusy(true);
    const again = await purgeFile(id, reason);
    setBusy(false);
    setError(again.ok ? null : again.error.message);
    if (again.ok) onDone({ reason, places: again.value });
  };
  return (
    <div className={layout.stack}>
      <PlaceList title="Not reached, and why" places={left} />
      <PlaceList title="Done" places={done} />
      {error === null ? null : <p role="alert">{error}</p>}
      <div className={layout.pills}>
        <Button onClick={closeModal}>Close</Button>
        {left.some(({ again }) => again) ? (
          <Button variant="default" loading={busy} onClick={() => void tryAgain()}>
            Try what was not reached again
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function PlaceList({ title, places }: { readonly title: string; readonly places: readonly PurgedPlace[] }) {
  if (places.length === 0) return null;
  return (
    <section aria-label={title}>
      <b>{title}</b>
      <ul className={lists.quiet}>
        {places.map(({ place, done, sentence }) => (
          <li key={place}>
            {done ? (
              <IconCheck size={14} aria-label="done" />
            ) : (
              <IconAlertTriangle size={14} aria-label="not reached" />
            )}{' '}
            <b>{place}</b>: {sentence}.
          </li>
        ))}
      </ul>
    </section>
  );
}
