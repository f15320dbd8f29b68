import { useEffect } from 'react';
import { WorkBar } from '../components/WorkBar.tsx';
import { goTo, storeScreens, useAppStore } from '../stores/appStore.ts';
import { loadDrafts } from '../stores/draftStore.ts';
import { takeDrop, takePaste } from '../stores/dropAnywhere.ts';
import { tellDueSoon } from '../stores/dueSoon.ts';
import { openRelease, useReleaseStore } from '../stores/releaseStore.ts';
import { lastStop } from '../stores/wayStore.ts';
import styles from './Desk.module.css';
import { Header } from './Header.tsx';
import { NoRelease } from './NoRelease.tsx';
import { Palette } from './palette/Palette.tsx';
import { ReleaseScreen } from './ReleaseScreen.tsx';
import { Sidebar } from './Sidebar.tsx';

/** Whether this window took up where the last one was left. */
let tookUp = false;

/** The working window: release and countdown above, places at the left, the work in the middle. */
export function Desk() {
  const releases = useAppStore((state) => state.releases);
  const open = useReleaseStore((state) => state.open);
  const isStoreScreen = useAppStore((state) => storeScreens.some((name) => name === state.screen));
  const first = releases.find((release) => !release.archived)?.id ?? null;
  useEffect(() => {
    if (open || !first) return;
    const last = tookUp ? null : lastStop();
    tookUp = true;
    // A file that was double-clicked may have led elsewhere already.
    if (last && useAppStore.getState().screen === useAppStore.getInitialState().screen) goTo(last.screen);
    void openRelease(last?.release ?? first);
  }, [open, first]);
  useEffect(() => {
    // Nothing that can be pasted into has the cursor: the event is the document's.
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isPastedInto(event.target)) return;
      if (takePaste(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
  const openId = open?.id ?? null;
  useEffect(() => {
    if (!openId) return;
    void loadDrafts(openId);
    void tellDueSoon(openId, useReleaseStore.getState().open?.facts.release.name ?? '');
  }, [openId]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a mouse's way; every screen has a button that does the same.
    <div
      className={styles.desk}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        void takeDrop([...event.dataTransfer.files]);
      }}
    >
      <Header />
      <Sidebar />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <main className={styles.main} id="main" tabIndex={0}>
        {open || isStoreScreen ? <ReleaseScreen key={open?.id} /> : releases.length === 0 ? <NoRelease /> : null}
      </main>
      <WorkBar />
      <Palette />
    </div>
  );
}

/** Fields, lists and dialogs take what is pasted themselves. */
function isPastedInto(target: EventTarget | null): boolean {
  return (
    document.querySelector('[role="dialog"]') !== null ||
    (target instanceof Element && target.closest('input, textarea, [contenteditable], [role="grid"]') !== null)
  );
}
