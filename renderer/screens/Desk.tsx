import { useEffect } from 'react';
import { WorkBar } from '../components/WorkBar.tsx';
import { storeScreens, useAppStore } from '../stores/appStore.ts';
import { loadDrafts } from '../stores/draftStore.ts';
import { openRelease, useReleaseStore } from '../stores/releaseStore.ts';
import { Header } from './Header.tsx';
import { NoRelease } from './NoRelease.tsx';
import { Palette } from './palette/Palette.tsx';
import { ReleaseScreen } from './ReleaseScreen.tsx';
import { Sidebar } from './Sidebar.tsx';

/** The working window: release and countdown above, places at the left, the work in the middle. */
export function Desk() {
  const releases = useAppStore((state) => state.releases);
  const open = useReleaseStore((state) => state.open);
  const isStoreScreen = useAppStore((state) => storeScreens.some((name) => name === state.screen));
  const first = releases.find((release) => !release.archived)?.id ?? null;
  useEffect(() => {
    if (!open && first) void openRelease(first);
  }, [open, first]);
  const openId = open?.id ?? null;
  useEffect(() => {
    if (openId) void loadDrafts(openId);
  }, [openId]);
  return (
    <div className="shell">
      <Header />
      <Sidebar />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <main className="shell-main" id="main" tabIndex={0}>
        {open || isStoreScreen ? <ReleaseScreen key={open?.id} /> : releases.length === 0 ? <NoRelease /> : null}
      </main>
      <WorkBar />
      <Palette />
    </div>
  );
}
