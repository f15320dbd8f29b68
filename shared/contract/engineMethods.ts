import type { z } from 'zod';
import { deskMethods } from './deskMethods.ts';
import { exchangeMethods } from './exchangeMethods.ts';
import { importMethods } from './importMethods.ts';
import { packMethods } from './packMethods.ts';
import { readinessMethods } from './readinessMethods.ts';
import { recordMethods } from './recordMethods.ts';
import { releaseMethods } from './releaseMethods.ts';
import { storeMethods } from './storeMethods.ts';

/** Every verb of the engine: the one contract between window, terminal and engine. */
export const engineMethods = {
  ...releaseMethods,
  ...recordMethods,
  ...readinessMethods,
  ...deskMethods,
  ...importMethods,
  ...packMethods,
  ...exchangeMethods,
  ...storeMethods,
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
