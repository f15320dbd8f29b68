import { buttonOf, elementOf } from './elements.ts';
import styles from './viewer.module.css';

const smallest = 0.1;
const largest = 8;
const step = 1.25;

export interface Zoom {
  readonly bar: HTMLElement;
  /** Shows the scale that came out of fitting. */
  readonly tell: (scale: number) => void;
  /** Listens to keys no more. */
  readonly end: () => void;
}

/** The zoom buttons and keys (+, −, 0). `onChange` hears a scale, or null: fit the frame. */
export function createZoom(current: () => number, onChange: (scale: number | null) => void): Zoom {
  const shown = elementOf('output', { className: styles.scale });
  shown.setAttribute('aria-label', 'Zoom');
  const by = (factor: number) => onChange(Math.min(largest, Math.max(smallest, current() * factor)));
  const bar = elementOf(
    'div',
    { className: styles.group },
    buttonOf('Zoom out', '−', () => by(1 / step)),
    shown,
    buttonOf('Zoom in', '+', () => by(step)),
    buttonOf('Fit', 'Fit', () => onChange(null)),
  );
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    if (event.key === '+' || event.key === '=') by(step);
    else if (event.key === '-') by(1 / step);
    else if (event.key === '0') onChange(null);
  };
  document.addEventListener('keydown', onKey);
  return {
    bar,
    tell: (scale) => {
      shown.textContent = `${Math.round(scale * 100)}%`;
    },
    end: () => document.removeEventListener('keydown', onKey),
  };
}
