import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PackPreview } from '../../../shared/contract/deskMethods.ts';
import { call } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import { Viewer } from '../../components/Viewer.tsx';
import { useReleaseStore } from '../../stores/releaseStore.ts';

/** Rest after a change before the pages are made anew. */
const rest = 250;

/** The draft's pages as they would be exported now; made anew after each change while it is open, the place kept. */
export function PreviewPanel() {
  const id = useReleaseStore((state) => state.open?.id ?? null);
  const asOf = useReleaseStore((state) => state.asOf);
  const revision = useReleaseStore((state) => state.revision);
  const [isOpen, setOpen] = useState(false);
  const [preview, setPreview] = useState<PackPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what makes the pages out of date.
  useEffect(() => {
    if (!isOpen || !id) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      setBusy(true);
      const made = await call('pack.preview', { release: id, asOf });
      if (!isWanted) return;
      setBusy(false);
      setProblem(made.ok ? null : made.error.message);
      if (made.ok) setPreview(made.value);
    }, rest);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [isOpen, id, asOf, revision]);
  return (
    <Panel
      title="Preview"
      note={
        preview && isOpen
          ? `${preview.pages} pages, as they would be exported now`
          : 'the draft, made anew after each change'
      }
      action={
        <Button variant="default" size="compact-xs" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? 'Close the preview' : 'Show the preview'}
        </Button>
      }
    >
      {isOpen ? (
        <div className="stack">
          {busy ? <Progress value={100} animated size="xs" aria-label="Making the pages" /> : null}
          {problem ? (
            <p className="about" role="alert">
              {problem}
            </p>
          ) : null}
          {preview ? (
            <div className="pack-preview">
              <Viewer kind="pdf" sha256={preview.sha256} name="the draft pack" keepsPlace />
            </div>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}
