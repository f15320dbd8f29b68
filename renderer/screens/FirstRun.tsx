import panels from '../components/Panel.module.css';
import { Wordmark } from '../components/Wordmark.tsx';
import texts from '../styles/texts.module.css';
import centres from './centre.module.css';
import { ProfileForm } from './ProfileForm.tsx';

/** The first thing a newcomer sees. */
export function FirstRun() {
  return (
    <main className={centres.centre}>
      <div className={panels.panel}>
        <Wordmark />
        <div className={panels.head} style={{ marginTop: 12 }}>
          <h1 style={{ margin: 0, fontSize: 'var(--text-title)', fontWeight: 650 }}>Welcome</h1>
        </div>
        <p className={texts.note} style={{ marginBottom: 14 }}>
          Everything you enter stays on this machine. Your name and organisation stand beside each of your changes.
        </p>
        <ProfileForm profile={null} done={() => undefined} label="Begin" />
      </div>
    </main>
  );
}
