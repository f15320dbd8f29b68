import { useState } from 'react';
import type { About } from '../../../shared/contract/app.ts';
import { countOf } from '../../../shared/domain/foundation/words.ts';
import { FilterInput } from '../../components/FilterInput.tsx';
import { Panel } from '../../components/Panel.tsx';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import styles from './Licences.module.css';

/** Whose work the app is made with; each licence opens in full. */
export function Licences({ notices }: Pick<About, 'notices'>) {
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const shown = notices.filter(({ name, licence, by }) => `${name} ${licence} ${by}`.toLowerCase().includes(wanted));
  const all = countOf(notices.length, 'package');
  return (
    <Panel title="Made with the work of others" note={wanted === '' ? all : `${shown.length} of ${all}`}>
      <div className={layout.stack}>
        <div className={layout.toolbar}>
          <FilterInput label="Filter the licences" value={words} change={setWords} />
        </div>
        {shown.length === 0 ? <p className={texts.note}>None has these words.</p> : null}
        <div className={styles.list}>
          {shown.map(({ name, version, licence, by, text }) => (
            <details key={`${name}@${version}`}>
              <summary>
                <b>{name}</b> {version}, {licence} <span className={texts.note}>{by}</span>
              </summary>
              <pre className={styles.text}>{text}</pre>
            </details>
          ))}
        </div>
      </div>
    </Panel>
  );
}
