import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ViewerRequest, viewerAddress } from '../viewer/request.ts';
import styles from './Preview.module.css';

interface ViewerProps {
  readonly kind: 'pdf' | 'image';
  readonly sha256: string;
  readonly name: string;
  /** The next file is a later state of the same one: it is shown where the reader was in the one before. */
  readonly keepsPlace?: boolean;
}

/**
 * A page of its own in a sandbox, with an origin of its own: what it draws reaches neither the window nor a network.
 * Its one message says that Escape was pressed there, which is passed on as if it had been pressed on the frame.
 */
export function Viewer({ keepsPlace = false, ...file }: ViewerProps) {
  const theme = useComputedColorScheme('light');
  return <Frame key={keepsPlace ? theme : `${file.sha256} ${theme}`} {...file} theme={theme} />;
}

function Frame(request: ViewerRequest) {
  const { sha256, name } = request;
  const [first] = useState(request);
  const told = useRef(first.sha256);
  const frame = useRef<HTMLIFrameElement>(null);
  const tellNext = useCallback(() => {
    if (told.current === sha256) return;
    told.current = sha256;
    // A sandboxed frame has no origin that could be named; what it is told is a hash and no secret.
    frame.current?.contentWindow?.postMessage(sha256, '*');
  }, [sha256]);
  const isLoaded = useRef(false);
  useEffect(() => {
    if (isLoaded.current) tellNext();
  }, [tellNext]);
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
      className={styles.frame}
      title={`Preview of ${name}`}
      sandbox="allow-scripts"
      src={viewerAddress(first)}
      onLoad={() => {
        isLoaded.current = true;
        tellNext();
      }}
    />
  );
}
