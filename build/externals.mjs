/**
 * Packages that the bundles load at run time instead of holding them: native code, and libraries that find their own
 * files beside themselves. Everything else is bundled, so that the packaged app carries no more than it uses.
 */
export const externals = [
  'better-sqlite3',
  'pdfmake',
  'pdfjs-dist',
  'write-excel-file',
  '@cantoo/pdf-lib',
  '@embedpdf/pdfium',
  'date-holidays',
  '@expo-google-fonts/inter',
  'dictionary-en-gb',
];
