import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { Drawing, DrawingTheme } from '../../../shared/domain/charts/drawing.ts';
import styles from './Chart.module.css';

/** A drawing as wide as its place, in the window's colours: the same code draws it in the pack. */
export function Chart({ draw }: { readonly draw: (width: number, theme: DrawingTheme) => Drawing }) {
  // Redraws when the system switches between light and dark.
  useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  return <div ref={ref}>{width > 0 ? <DrawingView drawing={draw(width, themeOfPage())} /> : null}</div>;
}

function DrawingView({ drawing }: { readonly drawing: Drawing }) {
  const html = { __html: drawing.svg };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing code escapes every text it is given.
  return <div className={styles.chart} role="img" aria-label={drawing.alt} dangerouslySetInnerHTML={html} />;
}

/** The window's colours by role, as the stylesheet has them for light and dark. */
function themeOfPage(): DrawingTheme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: colour('--ink'),
    soft: colour('--soft'),
    line: colour('--line'),
    brand: colour('--brand'),
    paper: colour('--paper'),
    font: 'Inter Variable',
    size: 11,
    tones: {
      met: colour('--met'),
      notMet: colour('--not-met'),
      short: colour('--short'),
      cannotTell: colour('--cannot-tell'),
      covered: colour('--covered'),
      notDue: colour('--not-due'),
    },
  };
}
