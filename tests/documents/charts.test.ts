import { describe, expect, it } from 'vitest';
import { calendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { drawCriteriaBar } from '../../shared/domain/charts/criteriaBar.ts';
import { paperTheme } from '../../shared/domain/charts/drawing.ts';
import { drawPattern, type Pattern } from '../../shared/domain/charts/pattern.ts';
import { placeLabels } from '../../shared/domain/charts/placeLabels.ts';
import { drawTimeline, type Timeline } from '../../shared/domain/charts/timeline.ts';
import fc from '../support/properties.ts';

const start = calendarDate('2025-01-01');
const label = fc.record({
  x: fc.integer({ min: 0, max: 500 }),
  width: fc.integer({ min: 5, max: 240 }),
  item: fc.constant(null),
});

describe('labels of a drawing', () => {
  it('never overlap, stay inside, and do not cross the upright line', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 25 }), fc.integer({ min: 0, max: 500 }), (labels, barrier) => {
        const placed = placeLabels(labels, 507, barrier);
        expect(placed).toHaveLength(labels.length);
        for (const one of placed) {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.left + one.width).toBeLessThanOrEqual(507);
          if (one.left > 0) expect(one.left < barrier && one.left + one.width > barrier).toBe(false);
          const others = placed.filter((other) => other !== one && other.lane === one.lane);
          for (const other of others)
            expect(one.left < other.left + other.width && other.left < one.left + one.width).toBe(false);
        }
      }),
    );
  });

  it('stand in the same places whatever the order they are given in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(label, { maxLength: 12, selector: (one) => one.x }), (labels) => {
        expect(placeLabels([...labels].reverse(), 507)).toEqual(placeLabels(labels, 507));
      }),
    );
  });
});

describe('the timeline', () => {
  const timeline: Timeline = {
    minimums: [{ on: plusDays(start, 100), label: 'TAD <published> & by' }],
    events: [{ on: plusDays(start, 102), label: 'TAD published', tone: 'short', remark: '2 days short' }],
    asOf: plusDays(start, 200),
    goLive: plusDays(start, 280),
  };

  it('draws dashed minimums, signs and the as-of line as well-formed SVG, and tells the same in words', () => {
    const { svg, alt } = drawTimeline(timeline, 507, paperTheme);
    expect(svg).toContain('stroke-dasharray');
    expect(svg).toContain('TAD &lt;published&gt; &amp; by');
    expect(svg).toContain('as of 20 July 2025');
    expect(alt).toContain('TAD published (2 days short)');
    expect(alt).toContain('Go-Live: 8 October 2025.');
  });

  it('draws a release of which nothing is known', () => {
    const { svg, alt } = drawTimeline({ minimums: [], events: [], asOf: start, goLive: null }, 507, paperTheme);
    expect(svg).toContain('as of 1 January 2025');
    expect(alt).toContain('nothing recorded');
  });

  it('draws in the colours of another theme', () => {
    const { svg } = drawTimeline(timeline, 800, {
      ...paperTheme,
      ink: '#fafafa',
      tones: { ...paperTheme.tones, short: '#ffcc88' },
    });
    expect(svg).toContain('#ffcc88');
    expect(svg).not.toContain(paperTheme.ink);
  });
});

it('draws criteria by status as shares of one bar, and none as an empty one', () => {
  const bar = drawCriteriaBar(
    [
      { count: 3, word: 'met', tone: 'met', pattern: 'solid' },
      { count: 1, word: 'not met', tone: 'notMet', pattern: 'cross' },
    ],
    401.5,
    paperTheme,
  );
  expect(bar.svg).toContain('width="300"');
  expect(bar.alt).toBe('Criteria by status: 3 met, 1 not met, of 4.');
  expect(drawCriteriaBar([], 400, paperTheme).alt).toBe('No criterion is recorded.');
});

it('fills every state in its own way, so that they are told apart in black and white', () => {
  const box = { x: 10, y: 5, width: 60, height: 9 };
  const patterns: readonly Pattern[] = ['solid', 'cross', 'half', 'diagonal', 'upright', 'empty'];
  const drawn = patterns.map((pattern) => drawPattern(pattern, box, '#000000', paperTheme).join(''));
  expect(new Set(drawn).size).toBe(patterns.length);
  for (const svg of drawn) {
    expect(svg).not.toContain('opacity');
    for (const [, x1, y1, x2, y2] of svg.matchAll(/x1="([\d.-]+)" y1="([\d.-]+)" x2="([\d.-]+)" y2="([\d.-]+)"/g)) {
      for (const x of [x1, x2]) expect(Number(x) >= 10 && Number(x) <= 70).toBe(true);
      for (const y of [y1, y2]) expect(Number(y) >= 5 && Number(y) <= 14).toBe(true);
    }
  }
});
