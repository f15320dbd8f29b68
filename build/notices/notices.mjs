import { inProject } from '../paths.mjs';
import { bundledFolders } from './notePackages.mjs';
import { noticeOf } from './noticeOf.mjs';
import { shippedFolders } from './shippedFolders.mjs';

/** Chromium's own licences, and those of all that it is made of, travel as a file of Electron's. */
const RUNTIME = 'node_modules/electron';

/**
 * Everything of others' that the app is shipped with: what travels as it is, what went into a bundle, and Electron.
 *
 * @returns {import('./noticeOf.mjs').Notice[]} by name; two versions of one package are two
 */
export function collectNotices() {
  const folders = new Set([RUNTIME, ...shippedFolders(), ...bundledFolders()]);
  const found = new Map(
    [...folders].map((folder) => noticeOf(inProject(folder))).map((one) => [`${one.name}@${one.version}`, one]),
  );
  return [...found.values()].sort((a, b) =>
    a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name),
  );
}

/**
 * Not by the machine's own language: the same list everywhere.
 *
 * @param {string} a
 * @param {string} b
 */
const compare = (a, b) => (a < b ? -1 : Number(a > b));

/**
 * As a page of the repository: who made what, under which licence. Versions and full texts are in the app.
 *
 * @param {readonly import('./noticeOf.mjs').Notice[]} notices
 */
export function noticesMarkdown(notices) {
  const rows = new Set(
    notices.map(({ name, licence, by }) => `| ${name} | ${licence} | ${by.replaceAll('|', '\\|')} |`),
  );
  return `# Third-party notices

SEC Go-Live is made with the work of others. This is all of it that ships, written by \`node build/run.mjs notices\` from what the bundles hold; **Help → About SEC Go-Live** shows every licence in full, without a network, and leads to Chromium's own (\`LICENSES.chromium.html\` beside the app).

| Package | Licence | By |
|---|---|---|
${[...rows].join('\n')}

better-sqlite3 holds SQLite, which is in the public domain. PDF.js carries Foxit's fonts (BSD-3-Clause), the Liberation fonts (GPL-2.0 with exceptions for documents and devices) and the decoders of OpenJPEG (BSD-2-Clause) and JBIG2 (BSD-3-Clause); their licences stand with its own.

Bank holidays of England and Wales come from **date-holidays**, compiled by its contributors from Wikipedia and other sources; its data are licensed under [CC-BY-3.0](https://creativecommons.org/licenses/by/3.0/) by its package and under [CC-BY-SA-3.0](https://creativecommons.org/licenses/by-sa/3.0/) by its licence file, and are used unchanged.

The SEC Release Guidance, whose clauses the rules cite, is SECAS's. The sample's public facts are from SECAS's November 2021 SEC Release page.
`;
}
