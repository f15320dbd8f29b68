import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { engineMethods, type MethodName } from '../../shared/contract/engineMethods.ts';
import { type MainMethodName, mainMethods } from '../../shared/contract/windowMethods.ts';

/** Main's methods that only ask for a place or a file, and the engine's that does the work. */
const pairs = {
  'evidence.attach': 'evidence.add',
  'evidence.attachHeld': 'evidence.add',
  'evidence.saveCopy': 'evidence.copyOut',
  'evidence.chooseReplacement': 'evidence.replaceFile',
  'release.exportFile': 'release.export',
  'import.read': 'import.read',
  'calendar.save': 'calendar.export',
  'table.save': 'table.export',
  'pack.save': 'pack.export',
  'pack.saveCopy': 'pack.copy',
  'pack.inspectFile': 'pack.inspect',
  'pack.saveAttachments': 'pack.extract',
  'pack.compareFile': 'pack.compare',
  'pack.verifyFile': 'pack.verify',
  'paper.readFile': 'paper.read',
  'paper.save': 'paper.export',
  'pack.commentsFile': 'pack.comments',
  'addendum.save': 'addendum.export',
  'decision.save': 'decision.export',
  'text.save': 'text.export',
  'report.save': 'report.export',
  'exchange.send': 'bundle.export',
  'exchange.inspect': 'bundle.inspect',
  'exchange.apply': 'bundle.apply',
  'exchange.openWaiting': 'exchange.findWaiting',
  'exchange.chooseShared': 'exchange.setSharing',
  'store.checkNow': 'store.check',
  'store.restoreFile': 'store.restore',
} as const satisfies Partial<Record<MainMethodName, MethodName>>;

/** What main does by itself, or asks of the engine in several steps. */
const alone: readonly string[] = [
  'app.info',
  'app.about',
  'app.showChromiumLicences',
  'app.takeOpened',
  'app.notify',
  'spelling.check',
  'work.stop',
  'engine.restart',
  'release.importFile',
  'release.importSample',
  'import.choose',
  'pack.open',
  'pack.show',
  'exchange.choose',
  'store.backupNow',
  'store.keyState',
  'store.moveKey',
  'store.chooseElsewhere',
  'store.stopElsewhere',
  'store.testElsewhere',
  'app.diagnostics',
  'guide.save',
  'store.showFolder',
  'store.openOther',
] satisfies readonly MainMethodName[];

/** What main adds: a name to suggest, tokens in the place of paths, and what it tells the engine in other words. */
const added = ['name', 'source', 'sources', 'receipt'];
/** The engine may be told nothing; the window must have looked. */
const stricter = ['exchange.apply token'];
/** Where files and folders lie is the engine's and main's own: no method of the window's names one. */
const paths = ['file', 'out', 'folder', 'before', 'after', 'against'];

const shapeOf = (schema: z.ZodType) => (schema as z.ZodObject).shape;

describe('what the window asks of main', () => {
  it.each(Object.entries(pairs))('%s is what the engine takes of %s, but for the path', (asked, done) => {
    const [window, engine] = [
      shapeOf(mainMethods[asked as MainMethodName].input),
      shapeOf(engineMethods[done as MethodName].input),
    ];
    for (const [field, schema] of Object.entries(window)) {
      if (added.includes(field) || stricter.includes(`${asked} ${field}`)) continue;
      expect(schema, `${asked} restates ${field} of ${done}`).toBe(engine[field]);
    }
  });

  it('is of one kind or the other', () => {
    expect([...Object.keys(pairs), ...alone].sort()).toEqual(Object.keys(mainMethods).sort());
  });

  it('names no path', () => {
    for (const [name, { input }] of Object.entries(mainMethods))
      expect(
        Object.keys(shapeOf(input)).filter((field) => paths.includes(field)),
        name,
      ).toEqual([]);
  });
});
