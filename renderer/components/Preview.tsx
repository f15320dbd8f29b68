import { ActionIcon, Button } from '@mantine/core';
import { IconArrowsMaximize } from '@tabler/icons-react';
import { useState } from 'react';
import { useLiveAnswer } from '../stores/useEngineAnswer.ts';
import { Dialog } from './Dialog.tsx';
import styles from './Preview.module.css';
import { PreviewContent } from './PreviewContent.tsx';

interface PreviewProps {
  readonly evidenceId: string;
  /** The file's name, for people and their screen readers. */
  readonly name: string;
}

/**
 * What is in a file, in the app: small beside the record, and as large as the window. Give it the file's SHA-256 as
 * `key`, so that a replaced file is read anew.
 */
export function Preview({ evidenceId, name }: PreviewProps) {
  const [isLarge, setLarge] = useState(false);
  const [tries, setTries] = useState(0);
  const { answer: preview, problem } = useLiveAnswer(
    'evidence.preview',
    { id: evidenceId },
    { also: tries, followsStore: false },
  );

  if (problem) {
    return (
      <Frame name={name}>
        <div className={styles.note} role="alert">
          <p>{problem.message}</p>
          <Button variant="default" size="compact-xs" onClick={() => setTries(tries + 1)}>
            Try again
          </Button>
        </div>
      </Frame>
    );
  }
  if (!preview) {
    return (
      <Frame name={name}>
        <p className={styles.note} role="status">
          Reading {name}…
        </p>
      </Frame>
    );
  }
  if (preview.kind === 'none') {
    return (
      <Frame name={name}>
        <p className={styles.note}>{preview.sentence}</p>
      </Frame>
    );
  }
  return (
    <Frame name={name} enlarge={() => setLarge(true)}>
      <PreviewContent preview={preview} evidenceId={evidenceId} name={name} />
      {isLarge ? (
        <Dialog
          close={() => setLarge(false)}
          keepsEscape
          title={name}
          size="calc(100vw - 64px)"
          closeLabel="Close the preview"
          classNames={{ content: styles.modal, body: styles.modalBody }}
        >
          <PreviewContent preview={preview} evidenceId={evidenceId} name={name} />
        </Dialog>
      ) : null}
    </Frame>
  );
}

interface FrameProps {
  readonly name: string;
  readonly enlarge?: () => void;
  readonly children: React.ReactNode;
}

function Frame({ name, enlarge, children }: FrameProps) {
  return (
    <section className={styles.preview} aria-label={`Preview of ${name}`}>
      <div className={styles.head}>
        <h3>Preview</h3>
        {enlarge ? (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Open ${name} larger`} onClick={enlarge}>
            <IconArrowsMaximize size={14} />
          </ActionIcon>
        ) : null}
      </div>
      {children}
    </section>
  );
}
