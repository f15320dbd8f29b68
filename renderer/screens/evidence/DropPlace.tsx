import { type DragEvent, type ReactNode, useState } from 'react';
import dropping from '../../components/dropping.module.css';
import layout from '../../styles/layout.module.css';

interface DropPlaceProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** Where files are dropped; the buttons beside it are the keyboard's way. */
export function DropPlace({ onFiles, children }: DropPlaceProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section
      className={`${dropping.place} ${layout.toolbar}`}
      aria-label="Drop files here"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>Drop files here; each becomes an evidence item. Nothing leaves this machine.</span>
      {children}
    </section>
  );
}
