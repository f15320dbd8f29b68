/**
 * Run by Electron itself: `electron FILE.html OUT.pdf TIMES`. Prints the page that often, each time in a window of its own, and writes
 * the milliseconds of each as JSON beside the PDF; the start of Electron is not counted.
 */
import { writeFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

const [html, out, times] = process.argv.slice(-3);

app.on('window-all-closed', () => undefined);

async function print() {
  const taken = [];
  for (let run = 0; run < Number(times); run += 1) {
    const start = performance.now();
    const window = new BrowserWindow({ show: false });
    await window.loadFile(html);
    const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true });
    writeFileSync(out, pdf);
    taken.push(performance.now() - start);
    window.destroy();
  }
  writeFileSync(`${out}.json`, JSON.stringify(taken));
}

// Electron is ready only once this module is through, so nothing is awaited here.
void app
  .whenReady()
  .then(print)
  .then(
    () => app.quit(),
    (error) => {
      console.error(error);
      app.exit(1);
    },
  );
