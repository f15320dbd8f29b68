import { Button, Progress } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { countOf } from '../../../shared/domain/foundation/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { Viewer } from '../../components/Viewer.tsx';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useLiveAnswer } from '../../stores/useEngineAnswer.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import styles from './PreviewPanel.module.css';
import { SignFacts } from './SignFacts.tsx';

/** Rest after a change before the pages are made anew; a later change stops those that are being made. */
const rest = 100;

/** The draft's pages as they would be exported now; made anew after each change while it is open, the place kept. */
export function PreviewPanel() {
  const id = useReleaseStore((state) => state.open?.id ?? null);
  const asOf = useReleaseStore((state) => state.asOf);
  const [isOpen, setOpen] = useState(false);
  const pages = useRef<HTMLDivElement>(null);
  // The pages are asked for to be seen; Chromium draws nothing in a frame that is out of sight.
  useEffect(() => {
    if (isOpen) pages.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const {
    answer: preview,
    problem,
    isAsking,
  } = useLiveAnswer('pack.preview', isOpen && id ? { release: id, asOf } : null, { rest, keepsLast: true });
  return (
    <Panel
      title="Preview"
      note={
        preview && isOpen
          ? `${countOf(preview.pages, 'page')}, as the pack would be exported now`
          : 'the draft, made anew after each change'
      }
      action={
        <Button variant="default" size="compact-xs" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? 'Close the preview' : 'Show the preview'}
        </Button>
      }
    >
      {isOpen ? (
        <div className={layout.stack}>
          {isAsking ? <Progress value={100} animated size="xs" aria-label="Making the pages" /> : null}
          {problem ? (
            <p className={texts.about} role="alert">
              {problem.message}
            </p>
          ) : null}
          <div ref={pages} className={styles.pages}>
            {preview ? <Viewer kind="pdf" sha256={preview.sha256} name="the draft pack" keepsPlace /> : null}
          </div>
          {preview ? <SignFacts shown={preview.shown} isOutOfDate={isAsking} /> : null}
        </div>
      ) : null}
    </Panel>
  );
}
