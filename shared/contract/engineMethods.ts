import type { z } from 'zod';
import { addendumMethods } from './addendum.ts';
import { bundleMethods } from './bundle.ts';
import { calendarMethods } from './calendar.ts';
import { coverageMethods } from './coverage.ts';
import { decisionMethods } from './decision.ts';
import { draftMethods } from './draft.ts';
import { evidenceMethods } from './evidence.ts';
import { exchangeMethods } from './exchange.ts';
import { guideMethods } from './guide.ts';
import { historyMethods } from './history.ts';
import { importMethods } from './import.ts';
import { issuesMethods } from './issues.ts';
import { packMethods } from './pack.ts';
import { paperMethods } from './paper.ts';
import { planMethods } from './plan.ts';
import { portfolioMethods } from './portfolio.ts';
import { profileMethods } from './profile.ts';
import { readinessMethods } from './readiness.ts';
import { recordMethods } from './record.ts';
import { releaseMethods } from './release.ts';
import { reportMethods } from './report.ts';
import { schemaMethods } from './schema.ts';
import { searchMethods } from './search.ts';
import { settingsMethods } from './settings.ts';
import { slipMethods } from './slip.ts';
import { storeMethods } from './store.ts';
import { submissionMethods } from './submission.ts';
import { sufficiencyMethods } from './sufficiency.ts';
import { tableMethods } from './table.ts';
import { templatesMethods } from './templates.ts';
import { textMethods } from './text.ts';

/** Every verb of the engine: the one contract between window, terminal and engine. */
export const engineMethods = {
  ...recordMethods,
  ...evidenceMethods,
  ...historyMethods,
  ...releaseMethods,
  ...packMethods,
  ...addendumMethods,
  ...paperMethods,
  ...decisionMethods,
  ...textMethods,
  ...submissionMethods,
  ...reportMethods,
  ...guideMethods,
  ...searchMethods,
  ...draftMethods,
  ...templatesMethods,
  ...portfolioMethods,
  ...calendarMethods,
  ...importMethods,
  ...coverageMethods,
  ...sufficiencyMethods,
  ...tableMethods,
  ...issuesMethods,
  ...readinessMethods,
  ...planMethods,
  ...slipMethods,
  ...settingsMethods,
  ...bundleMethods,
  ...exchangeMethods,
  ...storeMethods,
  ...profileMethods,
  ...schemaMethods,
};

type EngineMethods = typeof engineMethods;
export type MethodName = keyof EngineMethods;
export type InputOf<Name extends MethodName> = z.output<EngineMethods[Name]['input']>;
export type OutputOf<Name extends MethodName> = z.output<EngineMethods[Name]['output']>;

export type WindowMethodName = {
  [Name in MethodName]: EngineMethods[Name]['reach'] extends 'window' ? Name : never;
}[MethodName];

export function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(engineMethods, name);
}
