import { type FocusEvent, type ReactNode, useState } from 'react';
import buttons from '../styles/buttons.module.css';
import styles from './SpelledText.module.css';
import { useMisspelt } from './useMisspelt.ts';
import { withWord } from './withWord.ts';

interface SpelledTextProps {
  readonly label: string;
  readonly text: string;
  readonly mend: (text: string) => void;
  readonly children: ReactNode;
}

/** A text field whose misspelt words stand beneath it while somebody is in it, each with what may have been meant. */
export function SpelledText({ label, text, mend, children }: SpelledTextProps) {
  const [inIt, setInIt] = useState(false);
  const misspelt = useMisspelt(inIt ? text : '');
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => setInIt(currentTarget.contains(relatedTarget));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears where the focus goes; there is nothing to press
    <div onFocus={() => setInIt(true)} onBlur={leave}>
      {children}
      {misspelt.length === 0 ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a group of buttons in a sentence, not a set of fields
        <p className={styles.misspelt} role="group" aria-label={`Spelling of ${label}`}>
          {misspelt.map(({ word, suggestions }) => (
            <span key={word}>
              <q>{word}</q>
              {suggestions.length === 0 ? ' is not in the dictionary' : ' → '}
              {suggestions.map((suggestion) => (
                <button
                  key={suggestion}
                  type="button"
                  className={buttons.link}
                  aria-label={`Write ${suggestion} for ${word}`}
                  onClick={() => mend(withWord(text, word, suggestion))}
                >
                  {suggestion}
                </button>
              ))}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
