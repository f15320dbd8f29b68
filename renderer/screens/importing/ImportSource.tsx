import { Button, Textarea } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { ActionButton } from '../../components/ActionButton.tsx';
import dropping from '../../components/dropping.module.css';
import { chooseTable, readDropped, readText, useImportStore } from '../../stores/importStore.ts';
import layout from '../../styles/layout.module.css';

/** Where the table comes from: a dropped or chosen file, or rows that were copied from a spreadsheet. */
export function ImportSource() {
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const kind = useImportStore((state) => state.kind);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void readDropped([...event.dataTransfer.files]);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a mouse's way; the button beside it is the keyboard's. */}
      <div
        className={dropping.place}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className={layout.toolbar}>
          <span>
            {kind === 'results'
              ? 'Drop a table, or test results (JUnit XML, TRX, NUnit, TAP …; all files of one run at once), here, or choose them.'
              : 'Drop a CSV, spreadsheet or Word file here, or choose it.'}
          </span>
          <Button variant="default" onClick={() => void chooseTable()} data-autofocus>
            Choose a file…
          </Button>
        </div>
      </div>
      <Textarea
        label="Or paste rows"
        description="Copied from a spreadsheet or a document, with the headings."
        autosize
        minRows={4}
        maxRows={10}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (text.includes('\n')) void readText(text);
        }}
      />
      <div>
        <ActionButton
          variant="default"
          why={pasted.trim() === '' ? 'Paste first the rows into the field above.' : null}
          onClick={() => void readText(pasted)}
        >
          Read the pasted rows
        </ActionButton>
      </div>
    </>
  );
}
