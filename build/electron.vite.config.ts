import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { externals } from './externals.mjs';
import { notePackages } from './notices/notePackages.mjs';
import { inProject } from './paths.mjs';
import { pdfjsParts } from './pdfjsParts.mjs';

/** One build serves both runtimes: the shipping Electron, and the older one that tests may fall back to. */
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

/** A module that only the viewer's page is made of. */
const isViewers = (id: string) => id.includes('/renderer/viewer/') || id.includes('/pdfjs-dist/');

export default defineConfig({
  main: {
    plugins: [notePackages('main')],
    build: {
      target: NODE_TARGET,
      outDir: inProject('out/app/main'),
      emptyOutDir: true,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: inProject('electron/main/index.ts'),
          engine: inProject('electron/engine/process.ts'),
          render: inProject('electron/documents/renderProcess.ts'),
          beside: inProject('electron/documents/besideThread.ts'),
          pictures: inProject('electron/documents/pictures/worker.ts'),
          importers: inProject('electron/importers/importProcess.ts'),
          speller: inProject('electron/main/spelling/worker.ts'),
          bundles: inProject('electron/exchange/bundleProcess.ts'),
          cli: inProject('electron/cli/index.ts'),
        },
        external: externals.map((name) => new RegExp(`^${name}(/|$)`)),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [notePackages('preload')],
    build: {
      target: NODE_TARGET,
      outDir: inProject('out/app/preload'),
      emptyOutDir: true,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: inProject('electron/preload/index.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: inProject('renderer'),
    plugins: [react(), pdfjsParts('viewer/pdfjs'), notePackages('renderer')],
    experimental: {
      // The viewer's folder is the root of its origin, so its page names its files without the folder.
      renderBuiltUrl: (name, { hostType }) =>
        hostType === 'html' && name.startsWith('viewer/') ? name.replace('viewer/', './') : { relative: true },
    },
    build: {
      target: CHROME_TARGET,
      // Files on this machine need no preloading, and the viewer's lie under another origin's root.
      modulePreload: false,
      outDir: inProject('out/app/renderer'),
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: {
        input: { window: inProject('renderer/index.html'), viewer: inProject('renderer/viewer/index.html') },
        output: {
          // All that the viewer needs lies in its folder, which is the root of its own origin.
          entryFileNames: ({ name }) => `${name === 'viewer' ? 'viewer' : 'assets'}/[name]-[hash].js`,
          chunkFileNames: ({ moduleIds }) => `${moduleIds.every(isViewers) ? 'viewer' : 'assets'}/[name]-[hash].js`,
          assetFileNames: ({ names }) => `${names.includes('viewer.css') ? 'viewer' : 'assets'}/[name]-[hash][extname]`,
        },
      },
    },
  },
});
