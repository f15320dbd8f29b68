import type { Preview, PreviewOf } from '../../shared/contract/preview.ts';
import { assertNever } from '../../shared/domain/foundation/assertNever.ts';
import { EmailPreview } from './EmailPreview.tsx';
import styles from './Preview.module.css';
import { PreviewTable } from './PreviewTable.tsx';
import { Viewer } from './Viewer.tsx';

type Shown = Exclude<Preview, { readonly kind: 'none' }>;

interface PreviewContentProps {
  readonly preview: Shown;
  readonly evidenceId: string;
  readonly name: string;
}

/** What was read of a file. Everything but PDF and pictures is drawn as text, whatever it holds. */
export function PreviewContent({ preview, evidenceId, name }: PreviewContentProps) {
  switch (preview.kind) {
    case 'pdf':
    case 'image':
      return <Viewer kind={preview.kind} sha256={preview.sha256} name={name} />;
    case 'text':
      return (
        <Scroller name={name}>
          <pre className={styles.text}>{preview.text}</pre>
          <More isMore={preview.truncated}>Only the beginning is shown.</More>
        </Scroller>
      );
    case 'table':
      return <PreviewTable sheets={preview.sheets} name={name} />;
    case 'document':
      return (
        <Scroller name={name}>
          <Words preview={preview} />
        </Scroller>
      );
    case 'email':
      return (
        <Scroller name={name}>
          <EmailPreview preview={preview} evidenceId={evidenceId} />
        </Scroller>
      );
    default:
      return assertNever(preview);
  }
}

function Words({ preview }: { readonly preview: PreviewOf<'document'> }) {
  if (preview.paragraphs.length === 0) return <p className={styles.note}>This document holds no text.</p>;
  return (
    <div className={styles.document}>
      {preview.paragraphs.map(({ style, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document that was read once never changes its order
        <p key={at} data-style={style}>
          {text}
        </p>
      ))}
      <More isMore={preview.truncated}>Only the beginning is shown.</More>
    </div>
  );
}

function Scroller({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={`Content of ${name}`}>
      {children}
    </section>
  );
}

function More({ isMore, children }: { readonly isMore: boolean; readonly children: React.ReactNode }) {
  return isMore ? <p className={styles.more}>{children} Show a copy opens the whole file.</p> : null;
}
