import { useState } from 'react';
import type { PreviewOf } from '../../shared/contract/preview.ts';
import { formatBytes } from '../../shared/domain/pack/words.ts';
import { addAttached } from '../stores/attachedActions.ts';
import texts from '../styles/texts.module.css';
import { ActionButton, alreadyAtIt } from './ActionButton.tsx';
import styles from './EmailPreview.module.css';
import previews from './Preview.module.css';

interface EmailPreviewProps {
  readonly preview: PreviewOf<'email'>;
  /** The item whose file the message is. */
  readonly evidenceId: string;
}

/** A message: who wrote to whom and when, its words, and what is attached, each to be made evidence of its own. */
export function EmailPreview({ preview, evidenceId }: EmailPreviewProps) {
  const heads = [
    ['From', preview.from],
    ['To', preview.to],
    ['Cc', preview.cc],
    ['Date', preview.date],
    ['Subject', preview.subject],
  ] as const;
  return (
    <div className={styles.email}>
      <dl>
        {heads.map(([label, value]) =>
          value === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {preview.attachments.length > 0 ? (
        <ul aria-label="Attachments of the message">
          {preview.attachments.map((attachment, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two attachments may have one name
            <Attachment key={at} {...attachment} at={at} evidenceId={evidenceId} />
          ))}
        </ul>
      ) : null}
      <pre className={previews.text}>{preview.text || 'This message has no text.'}</pre>
    </div>
  );
}

interface AttachmentProps {
  readonly name: string;
  readonly bytes: number;
  readonly at: number;
  readonly evidenceId: string;
}

function Attachment({ name, bytes, at, evidenceId }: AttachmentProps) {
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    await addAttached(evidenceId, at);
    setBusy(false);
  };
  return (
    <li>
      <span>
        {name} <span className={texts.note}>{formatBytes(bytes)}</span>
      </span>
      <ActionButton
        variant="default"
        size="compact-xs"
        why={busy ? alreadyAtIt : null}
        aria-label={`Add ${name} as evidence`}
        onClick={() => void add()}
      >
        Add as evidence
      </ActionButton>
    </li>
  );
}
