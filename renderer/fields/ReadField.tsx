import type { FieldSpec } from './fieldSpec.ts';
import { inWords } from './inWords.ts';
import styles from './ReadField.module.css';
import { isNothing } from './ShownField.tsx';

/** A value that is not this person's to change: its words, and nothing that looks like a field. */
export function ReadField({ spec, value }: { readonly spec: FieldSpec; readonly value: unknown }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and there is none.
    <div role="group" aria-label={spec.label} className={styles.read} data-field={spec.field} data-locked>
      <b>{spec.label}</b>
      <div data-nothing={isNothing(value) || undefined}>{isNothing(value) ? 'not recorded' : inWords(spec, value)}</div>
    </div>
  );
}
