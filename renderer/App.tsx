import { useEffect } from 'react';
import { api } from './api.ts';
import centres from './screens/centre.module.css';
import { Desk } from './screens/Desk.tsx';
import { EngineTrouble } from './screens/EngineTrouble.tsx';
import { FirstRun } from './screens/FirstRun.tsx';
import { ModalHost } from './screens/ModalHost.tsx';
import { StoreTrouble } from './screens/StoreTrouble.tsx';
import { loadStatus, useAppStore } from './stores/appStore.ts';
import { hearKeys } from './stores/commands.ts';
import { hear } from './stores/events.ts';
import { followOpenRelease } from './stores/listedReleases.ts';

/** The window: first the store, then the person, then the work. */
export function App() {
  const status = useAppStore((state) => state.status);
  const engine = useAppStore((state) => state.engine);
  useEffect(() => {
    void loadStatus();
    document.addEventListener('keydown', hearKeys);
    const stopHearing = api.onEvent(hear);
    const stopFollowing = followOpenRelease();
    return () => {
      document.removeEventListener('keydown', hearKeys);
      stopHearing();
      stopFollowing();
    };
  }, []);
  if (engine !== 'runs') return <EngineTrouble engine={engine} />;
  if (!status) return <div className={centres.centre} role="status" aria-label="Opening the store" />;
  if (status.problem) return <StoreTrouble status={status} problem={status.problem} />;
  if (!status.profile) return <FirstRun />;
  return (
    <>
      <Desk />
      <ModalHost />
    </>
  );
}
