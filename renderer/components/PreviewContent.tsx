import type { Preview, PreviewOf } from '../../shared/contract/preview.ts';
import { assertNever } from '../../shared/domain/foundation/assertNever.ts';
import { formatBytes } from '../../shared/domain/pack/words.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { Viewer } from './Viewer.tsx';

type Shown = Exclude<Preview, { readonly kind: 'none' }>;

/** What was read of a file. Everything but PDF and pictures is drawn as text, whatever it holds. */
export function PreviewContent({ preview, name }: { readonly preview: Shown; readonly name: string }) {
  switch (preview.kind) {
    case 'pdf':
    case 'image':
      return <Viewer kind={preview.kind} sha256={preview.sha256} name={name} />;
    case 'text':
      return (
        <Scroller name={name}>
          <pre className="preview-text">{preview.text}</pre>
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
          <Email preview={preview} />
        </Scroller>
      );
    default:
      return assertNever(preview);
  }
}

function Words({ preview }: { readonly preview: PreviewOf<'document'> }) {
  if (preview.paragraphs.length === 0) return <p className="preview-note">This document holds no text.</p>;
  return (
    <div className="preview-document">
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

function Email({ preview }: { readonly preview: PreviewOf<'email'> }) {
  const heads = [
    ['From', preview.from],
    ['To', preview.to],
    ['Cc', preview.cc],
    ['Date', preview.date],
    ['Subject', preview.subject],
  ] as const;
  return (
    <div className="preview-email">
      <dl>
        {heads.map(([label, value]) =>
          value === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {preview.attachments.length > 0 ? (
        <ul aria-label="Attachments of the message">
          {preview.attachments.map(({ name, bytes }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two attachments may have one name
            <li key={at}>
              {name} <span className="note">{formatBytes(bytes)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <pre className="preview-text">{preview.text || 'This message has no text.'}</pre>
    </div>
  );
}

function Scroller({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className="preview-scroller" tabIndex={0} aria-label={`Content of ${name}`}>
      {children}
    </section>
  );
}

function More({ isMore, children }: { readonly isMore: boolean; readonly children: React.ReactNode }) {
  return isMore ? <p className="preview-more">{children} Show a copy opens the whole file.</p> : null;
}
