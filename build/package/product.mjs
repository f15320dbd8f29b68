import { readFileSync } from 'node:fs';
import { inProject } from '../paths.mjs';

/** @type {{ version: string, productName: string, author: string }} */
const { version, productName, author } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));

/** What window, menu, installers and packages call it. */
export const PRODUCT = Object.freeze({
  name: productName,
  version,
  maintainer: author,
  summary: 'Shows whether a Smart Energy Code release is ready to go live',
});

/** The executable, the package and the menu entry on Linux. */
export const LINUX_EXECUTABLE = 'sec-golive';

/** A bundle, which two stores exchange. */
export const FILE_TYPE = Object.freeze({
  ext: 'golive',
  name: 'SEC Go-Live release',
  mimeType: 'application/x-sec-golive',
});
