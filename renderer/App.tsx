import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import styles from './App.module.css';
import { api } from './api.ts';
import { keepFocus } from './focus/keptFocus.ts';
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
import { followWay } from './stores/wayStore.ts';

/** The window: what is shown, and at its foot what is told, which therefore covers nothing. */
export function App() {
  useEffect(() => {
    void loadStatus();
    document.addEventListener('keydown', hearKeys);
    const stops = [api.onEvent(hear), followOpenRelease(), followWay(), keepFocus()];
    return () => {
      document.removeEventListener('keydown', hearKeys);
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <div className={styles.window}>
      <div className={styles.shown}>
        <Shown />
      </div>
      <Notifications withinPortal={false} autoClose={5000} />
    </div>
  );
}

/** First the store, then the person, then the work. */
function Shown() {
  const status = useAppStore((state) => state.status);
  const engine = useAppStore((state) => state.engine);
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
