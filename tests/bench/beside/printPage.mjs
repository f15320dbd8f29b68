/**
 * Run by Electron itself: `electron printPage.mjs FILE.html OUT.pdf TIMES`. Prints the page that often, each time from its
 * file, and writes the milliseconds of each as JSON beside the PDF; the start of Electron is not counted.
 */
import { writeFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

const [html, out, times] = process.argv.slice(-3);
await app.whenReady();
const window = new BrowserWindow({ show: false });
const taken = [];
for (let run = 0; run < Number(times); run += 1) {
  const start = performance.now();
  await window.loadFile(html);
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true });
  writeFileSync(out, pdf);
  taken.push(performance.now() - start);
}
writeFileSync(`${out}.json`, JSON.stringify(taken));
app.quit();
