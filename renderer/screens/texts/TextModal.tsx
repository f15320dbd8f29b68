import { Button } from '@mantine/core';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../../shared/domain/calendar/londonDay.ts';
import { type TextKind, textNames } from '../../../shared/domain/texts/textKinds.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { copyText } from '../../stores/copyText.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { saveText } from '../../stores/textActions.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { RecordSent } from './RecordSent.tsx';
import styles from './TextModal.module.css';

/** One text that goes out: to read, to copy, to save, and to record once it was sent. */
export function TextModal({ kind }: { readonly kind: TextKind }) {
  const open = useReleaseStore((state) => state.open);
  const asOf = useReleaseStore((state) => state.asOf);
  const written = useEngineAnswer('text.write', open ? { release: open.id, text: kind, asOf } : null);
  if (!open) return null;
  const copy = (form: string, content: string) => void copyText(content, `Copied as ${form}.`);
  return (
    <Dialog title={`${textNames[kind]}, as of ${formatDate(asOf ?? open.readiness.asOf)}`} size="min(860px, 92vw)">
      {written ? (
        <div className={layout.stack}>
          <div className={layout.toolbar}>
            <Button size="compact-xs" onClick={() => copy('plain text', written.plain)}>
              Copy the text
            </Button>
            <Button variant="default" size="compact-xs" onClick={() => copy('HTML', written.html)}>
              Copy as HTML
            </Button>
            <Button variant="default" size="compact-xs" onClick={() => void saveText(kind, 'plain')}>
              Save the text…
            </Button>
            <Button variant="default" size="compact-xs" onClick={() => void saveText(kind, 'html')}>
              Save as HTML…
            </Button>
          </div>
          <section className={styles.text} aria-label="The text">
            {written.plain}
          </section>
          <p className={texts.note}>
            What the facts do not hold stands here as not recorded yet: enter it there, and the text says it.
          </p>
          <RecordSent kind={kind} today={londonDay(Date.now())} />
        </div>
      ) : null}
    </Dialog>
  );
}
