import { saveIssued } from '../../stores/packStore.ts';
import buttons from '../../styles/buttons.module.css';

/** What was issued can be had again at any time. */
export function SaveIssued({ release, reference }: { readonly release: string; readonly reference: string }) {
  return (
    <button
      type="button"
      className={buttons.link}
      aria-label={`Save a copy of ${reference}`}
      onClick={() => void saveIssued(release, reference)}
    >
      Save a copy…
    </button>
  );
}
