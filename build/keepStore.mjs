/**
 * `node build/run.mjs keep-store`: keeps a store of today's schema among the fixtures, made by the built app of its own
 * sample, so that every later app is held to opening it. Done before the next step of the schema is added.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { inProject } from './paths.mjs';

const work = mkdtempSync(path.join(tmpdir(), 'sec-golive-keep-'));
const store = path.join(work, 'store');
const sample = inProject('build/sample/november-2021-sec-release.json');
const command = [inProject('out/app/main/cli.js'), '--store', store, 'release', 'import', sample];
const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);

const db = new Database(path.join(store, 'store.sqlite'));
const schema = db.pragma('user_version', { simple: true });
const copy = path.join(work, 'copy.sqlite');
db.prepare('VACUUM INTO ?').run(copy);
db.close();

const kept = `tests/fixtures/stores/schema-${schema}.sqlite.gz`;
mkdirSync(path.dirname(inProject(kept)), { recursive: true });
writeFileSync(inProject(kept), gzipSync(readFileSync(copy), { level: 9 }));
rmSync(work, { recursive: true });
process.stdout.write(`${kept}\n`);
