/// <reference path="./sql.d.ts" />
import initial from './000001_initial.sql?raw';
import criterionCoverage from './000002_criterion_coverage.sql?raw';
import draftsAndSearch from './000003_drafts_and_search.sql?raw';
import exchange from './000004_exchange.sql?raw';
import issuedPapers from './000005_issued_papers.sql?raw';
import secondRound from './000006_second_round_facts.sql?raw';
import acceptanceAndGroups from './000007_acceptance_and_groups.sql?raw';

import purgeableTexts from './000008_purgeable_texts.sql?raw';

import oneStore from './000009_one_store.sql?raw';
import manyLaptops from './000010_many_laptops.sql?raw';

import signedFacts from './000011_signed_facts.sql?raw';

import versionDocuments from './000012_version_documents.sql?raw';

/** One step of the schema; its number is the store's `user_version` once it has run. */
export interface Migration {
  readonly number: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  { number: 1, sql: initial },
  { number: 2, sql: criterionCoverage },
  { number: 3, sql: draftsAndSearch },
  { number: 4, sql: exchange },
  { number: 5, sql: issuedPapers },
  { number: 6, sql: secondRound },
  { number: 7, sql: acceptanceAndGroups },
  { number: 8, sql: purgeableTexts },
  { number: 9, sql: oneStore },
  { number: 10, sql: manyLaptops },
  { number: 11, sql: signedFacts },
  { number: 12, sql: versionDocuments },
];

export const newestVersion = Math.max(...migrations.map(({ number }) => number));
