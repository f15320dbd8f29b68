import type { Content } from 'pdfmake/interfaces';
import type { Choice, Entry } from '../../../shared/domain/pack/blocks.ts';
import type { FieldSpec } from '../pdf/form/fieldSpec.ts';
import { tagged } from '../pdf/tagging/tags.ts';
import type { Drawing } from './drawing.ts';
import { textNode } from './inline.ts';

/** Points. */
const FIRST_LINE = 17;
const MORE_LINES = 12;
const CIRCLE = 9;

/** A label, and below it the box to type into. They are ours and short, so they may stay together. */
export function drawEntry({ name, label, tip, lines, fixed }: Entry, drawing: Drawing): Content {
  const height = FIRST_LINE + (lines - 1) * MORE_LINES;
  const spec: FieldSpec = { is: 'text', name, tip, multiline: lines > 1, fixed: fixed ?? null };
  const stack = [labelOf(label, drawing), fieldOf(spec, drawing.width, height)];
  return tagged({ unbreakable: true, stack, margin: [0, 2, 0, 4] }, { is: 'labelled' }) as Content;
}

/** A label, and below it the circles with their words, in one row. */
export function drawChoice({ name, label, tip, options }: Choice, drawing: Drawing): Content {
  const columns = options.map((option): Content => {
    const spec: FieldSpec = {
      is: 'option',
      name,
      tip,
      value: option.value,
      optionTip: `${tip}: ${option.label.toLowerCase()}`,
    };
    const words = { ...(textNode(option.label, { size: drawing.scale.table }, drawing) as object), noWrap: true };
    const circle = { ...(fieldOf(spec, CIRCLE, CIRCLE) as object), width: CIRCLE, margin: [0, 1.2, 0, 0] };
    const pair = { width: 'auto', columns: [circle, { ...words, width: 'auto' }], columnGap: 4 };
    return tagged(pair, { is: 'labelled' }) as unknown as Content;
  });
  const stack = [labelOf(label, drawing), { columns, columnGap: 14 } as Content];
  return { unbreakable: true, stack, margin: [0, 2, 0, 4] } as Content;
}

function labelOf(label: string, drawing: Drawing): Content {
  return textNode(label, { size: drawing.scale.label, strong: true }, drawing);
}

/** pdfmake lays the rectangle out and leaves it to the renderer, which puts the field there. */
function fieldOf(field: FieldSpec, width: number, height: number): Content {
  const rectangle = { type: 'rect', x: 0, y: 0, w: width, h: height, field };
  return tagged({ canvas: [rectangle] }, { is: 'field' }) as unknown as Content;
}
