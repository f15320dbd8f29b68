import { MantineProvider } from '@mantine/core';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { StoreApi } from 'zustand';
import { openBlockers } from '../../shared/domain/findings/finding.ts';
import { groupFindings } from '../../shared/domain/findings/groupFindings.ts';
import { releaseStateOf, summariseAsked } from '../../shared/domain/readiness/releaseState.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import { packSnapshotOf } from '../documents/fixtures.ts';
import { anySnapshot } from '../domain/arbitraries.ts';
import fc from '../support/properties.ts';

// Drawn without a page, a component asks its store for how that began; here it is to see how it stands.
vi.mock('zustand', async (original) => {
  const zustand = await original<typeof import('zustand')>();
  const create = (begin: never) => {
    const api = zustand.createStore(begin) as StoreApi<unknown>;
    const seen = { ...api, getInitialState: api.getState };
    return Object.assign(
      (select?: (state: unknown) => unknown) => zustand.useStore(seen, select ?? ((all) => all)),
      api,
    );
  };
  return { ...zustand, create };
});

// What the window reads of its preload when it begins; nothing is called while it is drawn once.
vi.stubGlobal('window', { golive: {}, matchMedia: () => ({ matches: false }) });
vi.stubGlobal('navigator', { platform: 'Linux' });
const { FindingsPanel } = await import('../../renderer/components/FindingsPanel.tsx');
const { findingsOn } = await import('../../renderer/places/findingsOn.ts');
const { screenNames } = await import('../../renderer/places/screenOf.ts');
const { Header } = await import('../../renderer/screens/Header.tsx');
const { Sidebar } = await import('../../renderer/screens/Sidebar.tsx');
const { heldUpInWords } = await import('../../renderer/screens/pack/heldUpInWords.ts');
const { screens, useAppStore } = await import('../../renderer/stores/appStore.ts');
const { useReleaseStore } = await import('../../renderer/stores/releaseStore.ts');

const drawn = (element: ReactNode) => renderToStaticMarkup(createElement(MantineProvider, null, element));
const asHtml = (text: string) => text.replaceAll('&', '&amp;');

it('the sidebar counts on each place what its panel says and lists, and the header the blockers of all of them', () => {
  let counted = 0;
  fc.assert(
    fc.property(anySnapshot, ({ facts, asOf, ...options }) => {
      const snapshot = packSnapshotOf(facts, asOf, { final: options.final }, options);
      const { readiness } = snapshot;
      const open = { id: 'r', facts, readiness, archived: false } as never;
      useReleaseStore.setState({ open, asOf });
      useAppStore.setState({ status: { profile: { role: 'releaseManager', organisation: 'SECAS' } } as never });
      const state = releaseStateOf(facts, asOf);
      const sidebar = drawn(createElement(Sidebar));
      for (const screen of screens) {
        const label = `<span>${asHtml(screenNames[screen])}</span>`;
        const beside = sidebar.slice(sidebar.indexOf(label) + label.length);
        const count = Number(/^<span[^>]*>(\d+)<\/span>/.exec(beside)?.[1] ?? 0);
        const panel = drawn(createElement(FindingsPanel, { title: 'T', screen }));
        const said = Number(/(\d+) not met or cannot tell/.exec(panel)?.[1] ?? 0);
        expect({ screen, count }).toEqual({ screen, count: said });
        // What went live keeps its findings to be read, and is asked for few of them.
        const lines = [...panel.matchAll(/data-tone="(notMet|short|cannotTell)"/g)].length;
        // A list begins with sixty lines, the exceptions first.
        const open = findingsOn(screen, readiness.findings).filter(
          ({ outcome }) => outcome === 'notMet' || outcome === 'cannotTell',
        );
        if (state !== 'live' && state !== 'closed') {
          // Of one reason they are one line, and each of them is one that waits, as for the header.
          expect({ screen, said }).toEqual({ screen, said: open.length });
          expect({ screen, lines }).toEqual({ screen, lines: Math.min(groupFindings(open).length, 60) });
        }
        counted += count;
      }
      const { blockers } = summariseAsked(readiness.findings, state);
      if (state !== 'closed' && blockers > 0) expect(drawn(createElement(Header))).toContain(`${blockers} blocker`);
      // What holds up a final pack counts its blockers as the header does.
      const holding = openBlockers(readiness.findings);
      const notMet = holding.filter(({ outcome }) => outcome === 'notMet').length;
      const words = heldUpInWords({ notMet, cannotTell: holding.length - notMet });
      const heldUp = Number(/^(\d+) blocker/.exec(words)?.[1] ?? 0);
      if (state !== 'live' && state !== 'closed') expect(heldUp).toBe(blockers);
    }),
    { numRuns: 60 },
  );
  expect(counted).toBeGreaterThan(100);
});

it('every rule is spoken of on a place of its own', () => {
  const silent = rules.filter(({ id }) =>
    screens.every((screen) => findingsOn(screen, [{ rule: id } as never]).length === 0),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});
