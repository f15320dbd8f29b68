import { Dialog } from '../../components/Dialog.tsx';
import { Wordmark } from '../../components/Wordmark.tsx';
import { showChromiumLicences, useAboutStore } from '../../stores/aboutStore.ts';
import buttons from '../../styles/buttons.module.css';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { Licences } from './Licences.tsx';

/** What this app is, and the licences of everything in it: all of it is on this machine. */
export function AboutModal() {
  const about = useAboutStore((state) => state.about);
  if (!about) return null;
  const { version, license, runtime, notices } = about;
  return (
    <Dialog title="About SEC Go-Live" size="min(720px, 92vw)">
      <div className={layout.stack}>
        <Wordmark />
        <p>
          Version <b>{version}</b>, licensed under {license}.{' '}
          <span className={texts.note}>
            Electron {runtime.electron} · Chromium {runtime.chromium} · Node {runtime.node}
          </span>
        </p>
        <p>It keeps everything on this machine and makes no network connection.</p>
        <Licences notices={notices} />
        <p className={texts.note}>
          Chromium and what it is made of have licences of their own:{' '}
          <button type="button" className={buttons.link} onClick={() => void showChromiumLicences()}>
            Show Chromium’s licences
          </button>
        </p>
      </div>
    </Dialog>
  );
}
