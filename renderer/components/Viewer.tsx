import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { viewerAddress } from '../viewer/request.ts';

/**
 * A page of its own in a sandbox, with an origin of its own: what it draws reaches neither the window nor a network.
 * Its one message says that Escape was pressed there, which is passed on as if it had been pressed on the frame.
 */
export function Viewer({
  kind,
  sha256,
  name,
}: {
  readonly kind: 'pdf' | 'image';
  readonly sha256: string;
  readonly name: string;
}) {
  const theme = useComputedColorScheme('light');
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (!frame.current || source !== frame.current.contentWindow || data !== 'escape') return;
      frame.current.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
  return (
    <iframe
      ref={frame}
      key={`${sha256} ${theme}`}
      className="preview-frame"
      title={`Preview of ${name}`}
      sandbox="allow-scripts"
      src={viewerAddress({ kind, sha256, name, theme })}
    />
  );
}
