import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Target } from '../../shared/domain/findings/target.ts';
import { deskOf } from '../support/desk.ts';
import { golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { releasesForTargets, shapeOf, type TargetRelease } from '../support/targets.ts';
import { openApp } from '../support/window.ts';

/** Where the cursor is: whose form, which field of it, and whether it is in a control or, where that is only read, beside it. */
interface Cursor {
  readonly record: string | null;
  readonly field: string | null;
  readonly list: string | null;
  readonly isTyping: boolean;
  readonly isLocked: boolean;
}

function cursorOf(page: Page): Promise<Cursor> {
  return page.evaluate(() => {
    const active = document.activeElement as HTMLElement | null;
    const field = active?.closest('[data-field]') ?? active?.querySelector('[data-field]') ?? null;
    return {
      record: active?.closest<HTMLElement>('[data-record]')?.dataset.record ?? null,
      field: (field as HTMLElement | null)?.dataset.field ?? null,
      list: active?.closest<HTMLElement>('[data-list]')?.dataset.list ?? null,
      isTyping: active?.matches('input, textarea, button') ?? false,
      isLocked: active?.querySelector('[data-locked]') !== null && active?.querySelector('[data-locked]') !== undefined,
    };
  });
}

/** The targets that the findings on the Overview lead to, each shape once. */
async function targetsOnScreen(page: Page, { facts }: TargetRelease): Promise<ReadonlyMap<string, Target>> {
  const all = await page.$$eval('[data-target]', (links) => links.map((link) => (link as HTMLElement).dataset.target));
  const targets = all.map((text) => JSON.parse(text ?? 'null') as Target);
  return new Map(targets.map((target) => [shapeOf(target, facts), target]));
}

/** The link to exactly that target; the attribute's text as a CSS string, which escapes as JSON does. */
function linkTo(page: Page, target: Target) {
  return page.locator(`[data-target=${JSON.stringify(JSON.stringify(target))}]`).first();
}

function isField(field: string | null, wanted: string): boolean {
  return field !== null && (field === wanted || field.startsWith(`${wanted}.`));
}

/** The sheet of a meeting stands for a body that was asked nothing: which criterion it is asked on, the person chooses there. */
function isForSheet({ kind, key }: Target): boolean {
  return kind === 'view' && !key?.includes('/');
}

/** Shown, and not this person's to change: beside the value that is read, or at the list that the other side keeps. */
function isLocked(cursor: Cursor, target: Target, isNew: boolean): boolean {
  if (isNew) return !isForSheet(target) && cursor.record === null && cursor.list === target.kind;
  return !cursor.isTyping && cursor.isLocked;
}

/** What is wrong with where the cursor is, in words; null: it is where the finding led. */
function wrongOf(cursor: Cursor, target: Target, isNew: boolean): string | null {
  const { kind, id, field } = target;
  const at = JSON.stringify(cursor);
  if (isNew && isForSheet(target)) return cursor.list === 'view' && cursor.isTyping ? null : `not on the sheet: ${at}`;
  if (cursor.record?.split(':')[0] !== kind) return `not in a ${kind}: ${at}`;
  if (id !== null && cursor.record !== `${kind}:${id}`) return `in another ${kind}: ${at}`;
  if (field !== null && !isField(cursor.field, field)) return `not in ${field}: ${at}`;
  return cursor.isTyping || cursor.isLocked ? null : `in no control: ${at}`;
}

/** What cannot be told yet is folded by area, and asked for by its line. */
async function unfold(page: Page): Promise<void> {
  await page.$$eval('details:not([open]) > summary', (lines) => {
    for (const line of lines) (line as HTMLElement).click();
  });
}

/** Follows each link whose kind of target was not walked yet, and comes back. */
async function walk(page: Page, release: TargetRelease, open: Set<string>, lockedFor: Set<string>) {
  const desk = deskOf(page);
  for (;;) {
    const targets = await targetsOnScreen(page, release);
    const next = [...targets].find(([shape]) => open.has(shape));
    if (!next) return;
    const [shape, target] = next;
    const isNew = shape.includes('+');
    await unfold(page);
    await linkTo(page, target).click();
    let cursor = await cursorOf(page);
    const look = async () => {
      cursor = await cursorOf(page);
      return isLocked(cursor, target, isNew) ? null : wrongOf(cursor, target, isNew);
    };
    await expect.poll(look, { message: `${release.facts.release.name}: ${shape}` }).toBeNull();
    open.delete(shape);
    if (isLocked(cursor, target, isNew)) lockedFor.add(shape);
    await desk.goTo('Overview');
    await expect.poll(async () => (await targetsOnScreen(page, release)).size).toBeGreaterThan(0);
  }
}

/** How many entries the histories of the releases hold; who sits at the desk stands in none of them. */
function entriesIn(store: string): unknown {
  const db = new Database(join(store, 'store.sqlite'), { readonly: true });
  try {
    return db.prepare('SELECT count(*) AS entries FROM ledger WHERE release_id IS NOT NULL').get();
  } finally {
    db.close();
  }
}

describe('from a finding to what mends it', () => {
  it('every target that any rule gives puts the cursor into that field of that record', async () => {
    const releases = releasesForTargets(400);
    const folder = scratchFolder();
    const store = join(folder, 'store');
    for (const { facts } of releases) {
      const file = join(folder, 'release.json');
      writeFileSync(file, JSON.stringify({ format: 'sec-golive/release', version: 1, ...facts }));
      const imported = golive(store, 'release', 'import', file);
      expect(imported.code, imported.err).toBe(0);
    }
    const entries = entriesIn(store);
    const { page } = await openApp(store);
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    let open = new Set(releases.flatMap((release) => [...release.shapes]));
    expect(open.size).toBeGreaterThan(50);
    for (const side of ['SECAS', 'DCC'] as const) {
      if (side === 'DCC') await desk.become('DCC');
      const locked = new Set<string>();
      for (const release of releases) {
        const { name } = release.facts.release;
        await desk.goTo(name);
        await page.getByRole('heading', { name, exact: true }).waitFor();
        await page.getByRole('banner').locator('[data-as-of] input').fill(release.asOf);
        await page.getByText(`as of ${formatDate(release.asOf)} ·`).waitFor();
        await expect.poll(async () => (await targetsOnScreen(page, release)).size).toBeGreaterThan(0);
        await walk(page, release, open, locked);
      }
      expect([...open], `not reached as ${side}`).toEqual([]);
      // What the one side may only look at, the other walks again.
      open = locked;
    }
    expect([...open], 'locked for both sides').toEqual([]);
    expect(entriesIn(store), 'following a link wrote into the history').toEqual(entries);
  });
});
