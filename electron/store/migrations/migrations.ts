/// <reference path="./sql.d.ts" />
import initial from './000001_initial.sql?raw';

/** One step of the schema; its number is the store's `user_version` once it has run. */
export interface Migration {
  readonly number: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [{ number: 1, sql: initial }];

export const newestVersion = migrations.length;
