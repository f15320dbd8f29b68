import type { Page } from 'playwright-core';

/** What the window did to show something, since it was last read. Counts, so they are the same on every machine. */
export interface Renders {
  /** Components that React rendered. */
  readonly components: number;
  /** Elements put into the page. */
  readonly elements: number;
}

interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

/**
 * From the next load on, the page counts what React renders, by the hook that React's own developer tools use, and what
 * is put into the document. Loads the page again, for the hook has to be there before React is.
 */
export async function countRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const count = { components: 0, elements: 0 };
    /** Function, class, forwardRef and the two kinds of memo, by React's numbers. */
    const components = new Set([0, 1, 11, 14, 15]);
    const performedWork = 1;
    const visit = (fiber: Fiber, before: Fiber | null) => {
      const rendered = before === null || (fiber.flags & performedWork) !== 0;
      if (rendered && components.has(fiber.tag)) count.components += 1;
      // Children that are the same objects were not visited by React either.
      if (before !== null && fiber.child === before.child) return;
      for (let child = fiber.child; child; child = child.sibling) visit(child, child.alternate);
    };
    const hook = {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE: () => undefined,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) =>
        visit(root.current, root.current.alternate),
    };
    Object.assign(globalThis, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook, renderCount: count });
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element) count.elements += 1 + node.querySelectorAll('*').length;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await page.getByRole('main').waitFor();
}

/** Longer than what a part of the page puts off by itself, in milliseconds: a grid renders again 150 after it was scrolled. */
const putOff = 200;

/**
 * What was counted since the last time this was asked, with what was put off and belongs to it: the timers of a page run
 * in the order they are due, however slow the machine is.
 */
export function takeRenders(page: Page): Promise<Renders> {
  return page.evaluate(async (wait) => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    for (const _ of ['what the timers set', 'is drawn']) await new Promise((resolve) => requestAnimationFrame(resolve));
    const { renderCount } = globalThis as unknown as { renderCount: Record<keyof Renders, number> };
    const taken = { ...renderCount };
    Object.assign(renderCount, { components: 0, elements: 0 });
    return taken;
  }, putOff);
}
