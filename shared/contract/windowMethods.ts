import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import type { Result } from '../domain/foundation/result.ts';
import { editions } from '../domain/pack/packIdentity.ts';
import { changeSchema } from '../domain/since/change.ts';
import type { CommandId } from './commands.ts';
import { asOfSchema, fieldsSchema, idSchema, nothing } from './common.ts';
import { inspectedPackSchema } from './deskMethods.ts';
import type { InputOf, OutputOf, WindowMethodName } from './engineMethods.ts';
import { appliedSchema, choicesSchema, inspectedSchema } from './exchangeMethods.ts';
import { heldReadingSchema, importChoicesSchema } from './importMethods.ts';
import { packExportSchema, verificationSchema } from './packMethods.ts';
import type { ProgressReport, StoreChange } from './processMessages.ts';
import { checkSchema } from './storeMethods.ts';

/** What became of each file that was attached together. */
const attachedSchema = z.strictObject({
  /** `entry`…`through` take the one file back. */
  added: z.array(z.strictObject({ id: idSchema, reference: z.string(), entry: z.int(), through: z.int() })),
  /** `duplicate`: the release holds the same content; the person may add it all the same, by its `source`. */
  refused: z.array(
    z.strictObject({ source: z.string(), file: z.string(), sentence: z.string(), duplicate: z.boolean() }),
  ),
});
export type Attached = z.output<typeof attachedSchema>;

const attachInput = z.strictObject({ release: idSchema, fields: fieldsSchema, asOf: asOfSchema });
export type AttachInput = z.output<typeof attachInput>;

/** A file that main holds for the window: the token stands for its path. */
const heldFileSchema = z.strictObject({ source: z.string(), name: z.string() });
export type HeldFile = z.output<typeof heldFileSchema>;

const issueInput = z.strictObject({ release: idSchema, name: z.string(), asOf: asOfSchema });
const issuedNameSchema = z.strictObject({ name: z.string(), pages: z.int(), notes: z.array(z.string()) });

const comparedPackSchema = z.strictObject({ name: z.string(), changes: z.array(changeSchema) });
export type ComparedPack = z.output<typeof comparedPackSchema>;

/** `entry`…`through` take the import back; `leftOut`: what replacing left as it stood, for it is the other side's. */
const importedSchema = z.strictObject({
  kind: z.literal('imported'),
  id: idSchema,
  name: z.string(),
  leftOut: z.array(z.string()),
  entry: z.int(),
  through: z.int(),
});

/** What became of a release file. `known`: its release is here already; its `source` may be imported in its place. */
const importedFileSchema = z.discriminatedUnion('kind', [
  importedSchema,
  z.strictObject({ kind: z.literal('known'), sentence: z.string(), source: z.string() }),
]);
export type ImportedFile = z.output<typeof importedFileSchema>;

/** A word as it was typed, and what may have been meant, the likeliest first. */
const misspeltSchema = z.strictObject({ word: z.string(), suggestions: z.array(z.string()).readonly() });
export type Misspelt = z.output<typeof misspeltSchema>;

/** Null: the person closed the dialog without choosing. */
const fileName = z.strictObject({ name: z.string() }).nullable();

/**
 * What the main process does for the window because it needs a dialog or a path: the window says what it wants and
 * hears what came of it, and never holds a path.
 */
export const mainMethods = {
  'app.info': {
    input: nothing,
    output: z.strictObject({ version: z.string(), storeFolder: z.string(), license: z.string() }),
  },
  /** A note of the system's own, for people who look elsewhere. */
  'app.notify': {
    input: z.strictObject({ title: z.string().max(200), body: z.string().max(500) }),
    output: nothing,
  },
  /** British English, from the app's own dictionary. */
  'spelling.check': {
    input: z.strictObject({ text: z.string().max(200_000) }),
    output: z.array(misspeltSchema).readonly(),
  },
  'evidence.attach': { input: attachInput, output: attachedSchema.nullable() },
  'evidence.attachHeld': { input: attachInput.extend({ sources: z.array(z.string()) }), output: attachedSchema },
  'evidence.saveCopy': { input: z.strictObject({ id: idSchema }), output: fileName },
  'evidence.chooseReplacement': { input: z.strictObject({ id: idSchema, asOf: asOfSchema }), output: fileName },
  /** `replace`: the source of a file whose release is known; null: the person chooses a file. */
  'release.importFile': {
    input: z.strictObject({ replace: z.string().nullable() }),
    output: importedFileSchema.nullable(),
  },
  'release.importSample': { input: nothing, output: importedSchema },
  'release.exportFile': { input: z.strictObject({ release: idSchema, name: z.string() }), output: fileName },
  /** `many`: the files of one test run. */
  'import.choose': { input: z.strictObject({ many: z.boolean() }), output: z.array(heldFileSchema).nullable() },
  'import.read': {
    input: importChoicesSchema.extend({
      release: idSchema,
      source: z.string().nullable(),
      /** Further files of the same test run. */
      more: z.array(z.string()).optional(),
      text: z.string().nullable(),
    }),
    output: heldReadingSchema,
  },
  'calendar.save': {
    input: z.strictObject({ release: idSchema.nullable(), asOf: asOfSchema }),
    output: z.strictObject({ name: z.string(), events: z.int() }).nullable(),
  },
  'table.save': {
    input: z.strictObject({ release: idSchema, table: z.string(), name: z.string(), asOf: asOfSchema }),
    output: fileName,
  },
  'pack.save': {
    input: z.strictObject({
      release: idSchema,
      name: z.string(),
      asOf: asOfSchema,
      final: z.boolean(),
      acceptBlockers: z.string().trim().min(1).nullable(),
      edition: z.enum(editions),
    }),
    output: packExportSchema.nullable(),
  },
  /** Stops whatever is under way: an export, an import, files that are being added. */
  'work.stop': { input: nothing, output: nothing },
  'pack.open': { input: nothing, output: nothing },
  'pack.show': { input: nothing, output: nothing },
  'paper.save': {
    input: issueInput.extend({ body: z.string().min(1), meeting: calendarDateSchema }),
    output: issuedNameSchema.nullable(),
  },
  'addendum.save': { input: issueInput, output: issuedNameSchema.nullable() },
  'decision.save': { input: issueInput, output: issuedNameSchema.nullable() },
  /** Saves a final pack or a paper again, as it was issued. */
  'pack.saveCopy': { input: z.strictObject({ release: idSchema, reference: z.string() }), output: fileName },
  'pack.inspectFile': { input: nothing, output: inspectedPackSchema.nullable() },
  /** Writes the attachments of the pack that was looked at last into a folder that the person chooses. */
  'pack.saveAttachments': {
    input: nothing,
    output: z.strictObject({ folder: z.string(), files: z.array(z.string()) }).nullable(),
  },
  /** Compares the pack that was looked at last with another one. */
  'pack.compareFile': { input: nothing, output: comparedPackSchema.nullable() },
  'pack.verifyFile': {
    input: nothing,
    output: z.strictObject({ name: z.string(), verification: verificationSchema }).nullable(),
  },
  /** Writes a bundle where the person says. */
  'exchange.send': {
    input: z.strictObject({
      release: idSchema,
      name: z.string(),
      passphrase: z.string().min(1).nullable(),
      receipt: z.boolean(),
      full: z.boolean(),
      /** The reader's fingerprint; null: whoever exchanges this release. */
      to: z.string().nullable(),
    }),
    output: z
      .strictObject({ name: z.string(), bytes: z.int(), records: z.int(), files: z.int(), sha256: z.string() })
      .nullable(),
  },
  'exchange.choose': { input: nothing, output: heldFileSchema.nullable() },
  /** A bundle that the app was opened with, or null; told once. */
  'exchange.takeOpened': { input: nothing, output: heldFileSchema.nullable() },
  'exchange.openWaiting': { input: z.strictObject({ name: z.string() }), output: heldFileSchema },
  'exchange.inspect': {
    input: z.strictObject({
      source: z.string(),
      passphrase: z.string().nullable(),
      choices: choicesSchema,
      asOf: asOfSchema,
    }),
    output: inspectedSchema,
  },
  'exchange.apply': {
    input: z.strictObject({
      source: z.string(),
      passphrase: z.string().nullable(),
      choices: choicesSchema,
      token: z.string(),
    }),
    output: appliedSchema,
  },
  'exchange.chooseShared': { input: z.strictObject({ release: idSchema.nullable() }), output: fileName },
  /** After the engine ended too often, or where it does not answer. */
  'engine.restart': { input: nothing, output: z.strictObject({}) },
  'store.checkNow': { input: nothing, output: checkSchema },
  'store.backupNow': { input: nothing, output: z.strictObject({ name: z.string(), lost: z.int() }).nullable() },
  'store.showFolder': { input: nothing, output: z.strictObject({}) },
  'store.openOther': { input: nothing, output: fileName },
  /** `evenSo`: the file that was refused last (factsDiffer), without asking for it again. */
  'store.restoreFile': { input: z.strictObject({ evenSo: z.boolean().optional() }), output: fileName },
} as const;

type MainMethods = typeof mainMethods;
export type MainMethodName = keyof MainMethods;
export type MainInput<Name extends MainMethodName> = z.output<MainMethods[Name]['input']>;
export type MainOutput<Name extends MainMethodName> = z.output<MainMethods[Name]['output']>;

export function isMainMethodName(name: unknown): name is MainMethodName {
  return typeof name === 'string' && Object.hasOwn(mainMethods, name);
}

/** Where an `engineStopped` error says that nothing will answer until the engine is started again. */
export const engineDown = 'engine';

/** What became of the engine: started again, not running, not answering, answering after all. */
export type EngineState = 'restarted' | 'failed' | 'silent' | 'answers';

/** What the window is told without asking. */
export type WindowEvent =
  | ({ readonly kind: 'storeChanged' } & StoreChange)
  | { readonly kind: 'engine'; readonly state: EngineState }
  | { readonly kind: 'progress'; readonly report: ProgressReport }
  | { readonly kind: 'command'; readonly command: CommandId }
  /** The system handed a bundle to the app; the window takes it by `exchange.takeOpened`. */
  | { readonly kind: 'bundleOpened' };

/** All that the preload exposes. */
export interface WindowApi {
  readonly call: <Name extends WindowMethodName>(method: Name, input: InputOf<Name>) => Promise<Result<OutputOf<Name>>>;
  readonly ask: <Name extends MainMethodName>(
    method: Name,
    input: MainInput<Name>,
  ) => Promise<Result<MainOutput<Name>>>;
  /** Files that the person dropped; the preload resolves their paths, the window never sees them. */
  readonly attachDropped: (files: readonly unknown[], input: AttachInput) => Promise<Result<Attached>>;
  /** Keeps dropped files for a later call, each under a token. */
  readonly holdDropped: (files: readonly unknown[]) => Promise<Result<readonly HeldFile[]>>;
  readonly onEvent: (listener: (event: WindowEvent) => void) => () => void;
}
