import type { Verification } from '../../../shared/contract/pack.ts';
import { sameKeyInWords } from '../../../shared/domain/rulebook/context/signatureState.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import texts from '../../styles/texts.module.css';

type Signature = Verification['signatures'][number];

const pills = {
  'these facts': { word: 'Signed these facts', sign: '✓', tone: 'met' },
  'other facts': { word: 'Signed other facts', sign: '▲', tone: 'short' },
  broken: { word: 'Not made by this key', sign: '✕', tone: 'notMet' },
} as const;

/** Whose signature a pack carries, with which key, and what was changed after it. */
export function SignatureFound({ signature }: { readonly signature: Signature }) {
  const { organisation, by, fingerprint, state, changed, alsoSignedFor } = signature;
  const sameKey = sameKeyInWords(alsoSignedFor);
  return (
    <li>
      <StatusPill status={pills[state]} /> <b>{organisation || 'No organisation'}</b>{' '}
      <span className={texts.note}>{by}</span>
      <div className={texts.hash}>Key {fingerprint}</div>
      {sameKey && <div className={texts.note}>{sameKey}</div>}
      {changed.map((sentence) => (
        <div key={sentence} className={texts.note}>
          Changed since: {sentence}
        </div>
      ))}
    </li>
  );
}
