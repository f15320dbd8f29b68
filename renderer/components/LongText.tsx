import { useState } from 'react';
import buttons from '../styles/buttons.module.css';

const folded = 280;

/** A text that somebody may have written at any length: its beginning, and all of it when asked for. */
export function LongText({ text }: { readonly text: string }) {
  const [all, setAll] = useState(false);
  if (text.length <= folded + 40) return text;
  return (
    <>
      {all ? text : `${text.slice(0, folded).trimEnd()}…`}{' '}
      <button type="button" className={buttons.link} aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? 'Less' : 'All of it'}
      </button>
    </>
  );
}
