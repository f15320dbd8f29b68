import { z } from 'zod';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { definitionOf } from '../support/definitionOf.ts';

/** Where a date stands in the release file: `modifications.*.implementationDateSet.on`; `*` is any entry of a list. */
export type DatePath = string;

type Branch = Record<string, unknown>;

/** One date of one release: the objects on the way to it, and what each is called in the one before it. */
interface Place {
  readonly steps: readonly { readonly holder: Branch; readonly key: string }[];
}

/** Every date field of the schema named `on` or `…On`, read from the schema itself. */
export function datePaths(schema: z.core.$ZodType = releaseFactsSchema, path: readonly string[] = []): DatePath[] {
  const def = definitionOf(schema);
  switch (def.type) {
    case 'array':
      return datePaths(def.element, [...path, '*']);
    case 'object':
      return Object.entries(def.shape).flatMap(([name, inner]) => datePaths(inner, [...path, name]));
    case 'string':
      return isEventDate(schema, path.at(-1) ?? '') ? [path.join('.')] : [];
    default:
      return [];
  }
}

function isEventDate(schema: z.core.$ZodType, name: string): boolean {
  const takes = (value: string) => z.safeParse(schema, value).success;
  return (name === 'on' || name.endsWith('On')) && takes('2026-06-25') && !takes('free text');
}

/** The same facts with the date at the n-th place of the path set to a day; null where the release has no such place. */
export function withDate(facts: ReleaseFacts, path: DatePath, at: number, on: CalendarDate): ReleaseFacts | null {
  return changedAt(facts, path, at, (place) => {
    const { holder, key } = place.steps.at(-1) as Place['steps'][number];
    holder[key] = on;
  });
}

/** What is otherwise in the record whose date has not come; false: the record itself is not there yet. */
export type NotYet = (record: Branch) => Branch | false;

/**
 * The same facts without the event of that date having happened. Unless `notYet` says what the record is without it: an
 * entry or a part of a record that is the event itself (its date is called `on`) is not there, and of a record that is
 * more than the event (`dischargedOn`) the date is not.
 */
export function withoutEvent(facts: ReleaseFacts, path: DatePath, at: number, notYet?: NotYet): ReleaseFacts | null {
  return changedAt(facts, path, at, ({ steps }) => {
    const { holder, key } = steps.at(-1) as Place['steps'][number];
    const entry = steps.findLast((step) => Array.isArray(step.holder));
    if (notYet && entry) {
      const record = entry.holder[entry.key] as Branch;
      const without = notYet(record);
      if (without === false) (entry.holder as unknown as unknown[]).splice(Number(entry.key), 1);
      else entry.holder[entry.key] = without;
      return;
    }
    if (notYet) {
      Object.assign(holder, notYet(holder));
      return;
    }
    const around = steps.at(-2);
    if (key !== 'on' || !around) holder[key] = null;
    else if (Array.isArray(around.holder)) (around.holder as unknown as unknown[]).splice(Number(around.key), 1);
    else around.holder[around.key] = null;
  });
}

function changedAt(
  facts: ReleaseFacts,
  path: DatePath,
  at: number,
  change: (place: Place) => void,
): ReleaseFacts | null {
  const copy = structuredClone(facts);
  const places = placesOf(copy as unknown as Branch, path.split('.'), []);
  const place = places[at % Math.max(places.length, 1)];
  if (!place) return null;
  change(place);
  return copy;
}

function placesOf(holder: Branch, path: readonly string[], steps: Place['steps']): readonly Place[] {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  const keys = name === '*' ? Object.keys(holder) : [name];
  return keys.flatMap((key) => {
    const here = [...steps, { holder, key }];
    if (rest.length === 0) return [{ steps: here }];
    const inner = holder[key];
    return typeof inner === 'object' && inner !== null ? placesOf(inner as Branch, rest, here) : [];
  });
}
