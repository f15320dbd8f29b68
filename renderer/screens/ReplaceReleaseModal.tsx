import { Button } from '@mantine/core';
import { useState } from 'react';
import { sideOfAuthority } from '../../shared/domain/roles/mayChange.ts';
import { ActionButton, alreadyAtIt } from '../components/ActionButton.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { counted } from '../components/numbers.ts';
import { ShowMore } from '../components/ShowMore.tsx';
import { useRole } from '../stores/appStore.ts';
import { closeModal } from '../stores/modalStore.ts';
import { replaceByFile, useReplaceStore } from '../stores/replaceStore.ts';
import layout from '../styles/layout.module.css';
import lists from '../styles/lists.module.css';
import texts from '../styles/texts.module.css';
import { leftOutInWords, otherSide } from './exchange/exchangeWords.ts';
import styles from './ReplaceReleaseModal.module.css';

/** A release file of a release that is here already: replace it or not; then what stayed as it was, by name. */
export function ReplaceReleaseModal() {
  const { known, busy, done } = useReplaceStore();
  if (!known && !done) return null;
  const what = !known ? 'Imported' : done?.entry === 0 ? 'Nothing changed in' : 'Replaced';
  return (
    <Dialog title={done ? `${what} ${done.name}` : 'This release is here already'}>
      {done ? (
        <LeftOut names={done.leftOut} />
      ) : known ? (
        <div className={layout.stack}>
          <p>{known.sentence}</p>
          <p className={texts.note}>
            Replacing makes it as the file states it: what the file does not hold is removed, and what is the other
            side’s stays. The history keeps both, and Ctrl+Z takes it back.
          </p>
          <div className={layout.pills}>
            <ActionButton why={busy ? alreadyAtIt : null} onClick={() => void replaceByFile()}>
              Replace it by the file
            </ActionButton>
            <Button variant="default" onClick={closeModal} data-autofocus>
              Keep what is here
            </Button>
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}

function LeftOut({ names }: { readonly names: readonly string[] }) {
  const role = useRole();
  const [limit, setLimit] = useState(10);
  const whose = otherSide(sideOfAuthority(role));
  return (
    <div className={layout.stack}>
      <p>
        {names.length === 1 ? 'One thing was' : `${counted(names.length)} things were`} left as{' '}
        {names.length === 1 ? 'it' : 'they'} stood, for {whose} keeps {names.length === 1 ? 'it' : 'them'}:
      </p>
      <ul className={`${lists.quiet} ${styles.list}`}>
        {names.slice(0, limit).map((name) => (
          <li key={name}>{leftOutInWords(name)}</li>
        ))}
      </ul>
      <ShowMore total={names.length} limit={limit} setLimit={setLimit} />
      <div>
        <Button variant="default" onClick={closeModal} data-autofocus>
          Close
        </Button>
      </div>
    </div>
  );
}
