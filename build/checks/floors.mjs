/**
 * The floors of the app: what each folder may import. A folder's own files are always allowed; nothing else is that is
 * not listed here. `checks/layers.mjs` enforces it.
 *
 * @typedef {object} Floor
 * @property {string} folder
 * @property {readonly string[]} floors other floors it may import, or a single file
 * @property {readonly string[]} packages npm packages; `@scope/*` stands for a whole scope, `name/part` for that part only
 * @property {boolean} node whether it may use Node's built-in modules
 */

const SHARED = ['shared/domain', 'shared/contract'];

/** @type {readonly Floor[]} */
export const FLOORS = [
  { folder: 'shared/domain', floors: [], packages: ['zod'], node: false },
  { folder: 'shared/contract', floors: ['shared/domain'], packages: ['zod'], node: false },
  { folder: 'electron/store', floors: ['shared/domain'], packages: ['better-sqlite3', 'zod'], node: true },
  { folder: 'electron/disposable', floors: ['shared/contract'], packages: ['pdfjs-dist', 'yauzl', 'yazl'], node: true },
  {
    folder: 'electron/documents',
    floors: [...SHARED, 'electron/disposable'],
    packages: [
      'pdfmake',
      'pdfjs-dist',
      '@cantoo/pdf-lib',
      '@embedpdf/pdfium',
      '@expo-google-fonts/inter',
      'yazl',
      'yauzl',
    ],
    node: true,
  },
  {
    folder: 'electron/exchange',
    floors: [...SHARED, 'electron/disposable'],
    packages: ['yauzl', 'yazl', 'age-encryption'],
    node: true,
  },
  {
    folder: 'electron/importers',
    floors: [...SHARED, 'electron/disposable'],
    packages: [
      'csv-parse',
      'csv-stringify',
      'write-excel-file',
      'saxes',
      'yauzl',
      'file-type',
      'pdfjs-dist',
      'postal-mime',
      '@kenjiuno/msgreader',
    ],
    node: true,
  },
  {
    folder: 'electron/engine',
    floors: [...SHARED, 'electron/store', 'electron/documents', 'electron/exchange', 'electron/importers'],
    packages: ['date-holidays', 'uuid', 'file-type', 'yauzl', 'zod', 'ical-generator'],
    node: true,
  },
  {
    folder: 'electron/cli',
    floors: [...SHARED, 'electron/engine', 'package.json'],
    packages: ['commander'],
    node: true,
  },
  {
    folder: 'electron/main',
    floors: [...SHARED, 'package.json'],
    packages: ['electron', 'electron-log', 'electron-window-state', 'zod', 'nspell', 'dictionary-en-gb'],
    node: true,
  },
  { folder: 'electron/preload', floors: ['shared/contract'], packages: ['electron'], node: false },
  {
    folder: 'renderer',
    floors: [...SHARED, 'build/identity/icon.svg', 'build/identity/wordmark.svg'],
    packages: [
      'react',
      'react-dom',
      '@mantine/*',
      '@tabler/icons-react',
      '@tanstack/react-virtual',
      'pdfjs-dist',
      '@fontsource-variable/inter',
      'zustand',
      // Types of `import './x.css'` and of import.meta.env.
      'vite/client',
    ],
    node: false,
  },
];

/** Words that only one place may use, with the sentence that says why. */
export const RESERVED_WORDS = [
  {
    pattern: /\b(window|globalThis|self)\s*(\?\.|\.)\s*golive\b|\bgolive\b[^;=]*\}\s*=\s*(window|globalThis|self)\b/,
    only: 'renderer/api.ts',
    within: 'renderer',
    sentence: 'only renderer/api.ts may read window.golive',
  },
  {
    pattern: /\bipcMain\s*\.\s*(handle|handleOnce|on|once)\b/,
    only: 'electron/main/',
    within: 'electron',
    sentence: 'only electron/main may answer calls from the window (ipcMain)',
  },
  {
    pattern: /['"](node:)?(net|tls|http|https|http2|dgram|dns)(\/promises)?['"]/,
    only: 'nowhere',
    within: 'electron',
    sentence: 'no process of the app may reach for a network',
  },
];
