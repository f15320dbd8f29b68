import icon from '../../build/identity/icon.svg';
import wordmark from '../../build/identity/wordmark.svg';
import styles from './Wordmark.module.css';

/** The app's own sign and name. */
export function Wordmark() {
  return (
    <div className={styles.mark} role="img" aria-label="SEC Go-Live">
      <img src={icon} alt="" width={56} height={56} />
      <div className={styles.name} style={{ maskImage: `url("${wordmark}")` }} />
    </div>
  );
}
