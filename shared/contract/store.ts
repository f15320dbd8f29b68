import { z } from 'zod';
import { profileSchema } from '../domain/records/profile.ts';
import { type RecordKind, recordKinds } from '../domain/records/recordKinds.ts';
import { fileName, nothing, pathSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';

const storeStatusSchema = z.strictObject({
  folder: z.string(),
  /** Why the store cannot be used; null when it is open. */
  problem: z.strictObject({ kind: z.string(), message: z.string() }).nullable(),
  profile: profileSchema.nullable(),
  /** Why it can only be read; null where it can be changed, or not opened at all. */
  readOnly: z.string().nullable(),
  /** Says that this store turned out to be a copy, and goes on as one of its own; null where it did not. */
  moved: z.string().nullable(),
  /** Evidence, packs and papers that still lie in its folder. */
  files: z.int(),
  /** Newest first; `putAside`: the former database, which an earlier restore kept. */
  backups: z.array(z.strictObject({ name: z.string(), madeAt: z.string(), bytes: z.int(), putAside: z.boolean() })),
});
export type StoreStatus = z.output<typeof storeStatusSchema>;

/** `ledger` and `facts`: what the history says, and what stands there; null where a problem is about neither. */
const problemSchema = z.strictObject({
  sentence: z.string(),
  record: z.string().nullable(),
  field: z.string().nullable(),
  ledger: z.unknown(),
  facts: z.unknown(),
  entry: z.int().nullable(),
});

const checkSchema = z.strictObject({ ok: z.boolean(), problems: z.array(problemSchema) });

/**
 * `missingFiles`: how many files neither store nor backup has; `mendedFiles`: damaged ones that it replaced;
 * `disagreements`: where the restored facts are not what the history says; `issuedSince`: the references that were issued
 * and are not in its registers, of which none is given again.
 */
const restoredSchema = z.strictObject({
  keptAs: z.string().nullable(),
  missingFiles: z.int(),
  mendedFiles: z.array(z.string()),
  disagreements: z.array(z.string()),
  issuedSince: z.array(z.string()),
});
export type Restored = z.output<typeof restoredSchema>;

/** Characters of a private key, sealed or not: a hundred are enough for ours, and a keychain adds its own. */
const longestKey = 10_000;

/** A backup whose facts are not what its history says is restored only where somebody said so. */
const evenSoSchema = z.boolean().optional();

/** How the second folder fares; its name only, for the window holds no path. */
const elsewhereSchema = z.strictObject({
  name: z.string(),
  last: z.strictObject({ at: z.string(), lost: z.int() }).nullable(),
  /** The last restore that was tried out, and what was wrong with it. */
  tested: z.strictObject({ at: z.string(), problems: z.array(z.string()) }).nullable(),
  /** Why the last backup could not be made; null where it could. */
  problem: z.string().nullable(),
  isDue: z.boolean(),
  isTestDue: z.boolean(),
});

export const storeMethods = {
  'store.status': forWindow(nothing, storeStatusSchema),
  /** `against`: a final pack or a backup from elsewhere, which says where the history ended when it was made. */
  'store.check': forMain(z.strictObject({ against: pathSchema.optional() }), checkSchema),
  /** The last look at everything, the last backups, and the bytes left on the disk. */
  'store.health': forWindow(
    nothing,
    z.strictObject({
      lastCheck: z.strictObject({ at: z.string(), problems: z.int() }).nullable(),
      lastCopy: z.strictObject({ name: z.string(), at: z.string() }).nullable(),
      lastBackup: z.strictObject({ at: z.string(), lost: z.int() }).nullable(),
      elsewhere: elsewhereSchema.nullable(),
      /** Why the private key cannot be read, in a sentence; null where it can. */
      keyProblem: z.string().nullable(),
      freeBytes: z.number(),
      /** The version of the store's schema. */
      storeVersion: z.int(),
    }),
  ),
  /** Where the private key is: `sealed`, what the system's keychain made of it, or null; `inReach`: whether this process may sign; `damaged`: its file cannot be read. */
  'store.keyPlace': forMain(
    nothing,
    z.strictObject({ exists: z.boolean(), sealed: z.string().nullable(), inReach: z.boolean(), damaged: z.boolean() }),
  ),
  'store.privateKey': forMain(nothing, z.strictObject({ privateKey: z.string() })),
  'store.takeKey': forMain(
    z.strictObject({ privateKey: z.string().max(longestKey) }),
    z.strictObject({ taken: z.boolean() }),
  ),
  'store.keepKey': forMain(
    z.strictObject({ sealed: z.string().min(1).max(longestKey).nullable() }),
    z.strictObject({}),
  ),
  'store.newKey': forMain(nothing, z.strictObject({})),
  /** Counts and instants, and nothing that anybody typed: what may leave this machine for whoever helps. */
  'store.diagnostics': forMain(
    nothing,
    z.strictObject({
      version: z.int(),
      readOnly: z.boolean(),
      entries: z.int(),
      releases: z.int(),
      files: z.int(),
      fileBytes: z.int(),
      databaseBytes: z.int(),
      records: z.record(z.enum(Object.keys(recordKinds) as [RecordKind, ...RecordKind[]]), z.int()),
      health: z.strictObject({
        lastCheck: z.strictObject({ at: z.iso.datetime(), problems: z.int() }).nullable(),
        lastBackup: z.strictObject({ at: z.iso.datetime(), lost: z.int() }).nullable(),
        lastCopy: z.strictObject({ at: z.iso.datetime() }).nullable(),
        freeBytes: z.number(),
        elsewhere: z
          .strictObject({
            at: z.iso.datetime().nullable(),
            lost: z.int(),
            failed: z.boolean(),
            testedAt: z.iso.datetime().nullable(),
            testProblems: z.int(),
          })
          .nullable(),
      }),
    }),
  ),
  /** Keeps a whole backup a day in this folder as well; null: no longer. What lies there stays. */
  'store.keepElsewhere': forMain(z.strictObject({ folder: pathSchema.nullable() }), z.strictObject({})),
  /** Makes the backup of today in the second folder; `made` false: it is there already, or no folder is chosen. */
  'store.backupElsewhere': forMain(nothing, z.strictObject({ made: z.boolean(), lost: z.int() })),
  /** Restores the last backup of the second folder beside the store, looks over all of it, and takes it away again. */
  'store.testRestore': forMain(nothing, z.strictObject({ problems: z.array(z.string()) })),
  /** Puts back the fields that `store.check` found emptied by an exchange; `mended`: how many. */
  'store.mend': forWindow(nothing, z.strictObject({ mended: z.int() })),
  'store.backup': forMain(
    z.strictObject({ out: pathSchema }),
    z.strictObject({ file: z.string(), missingFiles: z.int(), damagedFiles: z.array(z.string()) }),
  ),
  'store.restore': forMain(z.strictObject({ file: pathSchema, evenSo: evenSoSchema }), restoredSchema),
  /** Restores one of the backups that `store.status` lists, by its name. */
  'store.restoreOwn': forWindow(
    z.strictObject({ name: z.string().regex(/^[\w][\w.-]*\.sqlite$/), evenSo: evenSoSchema }),
    restoredSchema,
  ),
};

export const storeWindowMethods = {
  'store.checkNow': {
    input: storeMethods['store.check'].input.omit({ against: true }),
    output: storeMethods['store.check'].output,
  },
  'store.backupNow': { input: nothing, output: z.strictObject({ name: z.string(), lost: z.int() }).nullable() },
  /** `keychain`: what keeps keys on this system, in words; null: nothing does. */
  'store.keyState': {
    input: nothing,
    output: z.strictObject({
      place: z.enum(['none', 'file', 'keychain', 'outOfReach', 'damaged']),
      keychain: z.string().nullable(),
    }),
  },
  'store.moveKey': { input: z.strictObject({ to: z.enum(['file', 'keychain', 'new']) }), output: z.strictObject({}) },
  'store.chooseElsewhere': { input: nothing, output: z.strictObject({ name: z.string(), lost: z.int() }).nullable() },
  'store.stopElsewhere': { input: nothing, output: z.strictObject({}) },
  'store.testElsewhere': { input: nothing, output: storeMethods['store.testRestore'].output },
  'store.showFolder': { input: nothing, output: z.strictObject({}) },
  'store.openOther': { input: nothing, output: fileName },
  /** `evenSo`: the file that was refused last (factsDiffer), without asking for it again. */
  'store.restoreFile': {
    input: storeMethods['store.restore'].input.omit({ file: true }),
    output: restoredSchema.nullable(),
  },
};
