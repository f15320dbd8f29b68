import { Button } from '@mantine/core';
import { useState } from 'react';
import { explainPage, textOfPage } from '../../shared/domain/guide/explainedPage.ts';
import { guide } from '../../shared/domain/guide/guide.ts';
import type { GuidePage } from '../../shared/domain/guide/guidePage.ts';
import type { GuideRun } from '../../shared/domain/guide/terms.ts';
import { api } from '../api.ts';
import { Dialog } from '../components/Dialog.tsx';
import { FilterInput } from '../components/FilterInput.tsx';
import { tellDone, tellError } from '../stores/notify.tsx';
import buttons from '../styles/buttons.module.css';
import layout from '../styles/layout.module.css';
import texts from '../styles/texts.module.css';
import styles from './GuideModal.module.css';

/** The user guide: its pages at the left, narrowed by any words, and the one that is read. The same makes the PDF. */
export function GuideModal({ first }: { readonly first: string | null }) {
  const [id, setId] = useState(first);
  const [words, setWords] = useState('');
  const found = guide.filter((page) => holds(page, words));
  const page = found.find((one) => one.id === id) ?? found[0];
  return (
    <Dialog title="User guide" size="min(1040px, 96vw)">
      <div className={styles.guide}>
        <nav className={styles.pages} aria-label="Pages of the guide">
          <FilterInput label="Words in the guide" placeholder="Find in the guide" value={words} change={setWords} />
          <ul>
            {found.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className={buttons.link}
                  aria-current={one === page ? 'page' : undefined}
                  onClick={() => setId(one.id)}
                >
                  {one.title}
                </button>
              </li>
            ))}
          </ul>
          {found.length === 0 ? (
            <p className={texts.note} role="status">
              No page has all of these words.
            </p>
          ) : null}
          <Button variant="default" onClick={() => void saveGuide()}>
            Save as PDF…
          </Button>
        </nav>
        {page ? <Page key={page.id} page={page} /> : null}
      </div>
    </Dialog>
  );
}

function Page({ page }: { readonly page: GuidePage }) {
  const { title, whom, picture, parts } = explainPage(page);
  // Taken when the app is packaged; without them the words say it all.
  const [isThere, setThere] = useState(true);
  return (
    <article className={styles.page} aria-label={title}>
      <h3>{title}</h3>
      <p>
        <Runs runs={whom} />
      </p>
      {isThere ? <img src={`/guide/${picture.name}.png`} alt={picture.alt} onError={() => setThere(false)} /> : null}
      {parts.map((part) => (
        <section key={part.title} className={layout.stack}>
          <h4>{part.title}</h4>
          <ol>
            {part.steps.map((step) => (
              <li key={step.map(({ text }) => text).join('')}>
                <Runs runs={step} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </article>
  );
}

function Runs({ runs }: { readonly runs: readonly GuideRun[] }) {
  return runs.map(({ text, isControl, meaning }, at) => {
    // The runs of a sentence never change places.
    const key = at;
    if (isControl) return <b key={key}>{text}</b>;
    if (meaning === undefined) return <span key={key}>{text}</span>;
    return (
      <span key={key}>
        <dfn>{text}</dfn> <span className={texts.note}>({meaning})</span>
      </span>
    );
  });
}

function holds(page: GuidePage, words: string): boolean {
  const text = textOfPage(page);
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

async function saveGuide(): Promise<void> {
  const saved = await api.ask('guide.save', {});
  if (!saved.ok) tellError(saved.error);
  else if (saved.value) tellDone(`Saved ${saved.value.name}.`);
}
