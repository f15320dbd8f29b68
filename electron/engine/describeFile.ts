import { type CalendarDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { guessFromName } from '../../shared/domain/records/guessFromName.ts';
import { type EngineContext, newLogId } from './context.ts';
import type { Fields } from './fields.ts';
import { runTask } from './runTask.ts';

interface DescribedFile {
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

interface Properties {
  readonly title: string | null;
  readonly date: string | null;
}

const nothing: Properties = { title: null, date: null };
const mostBytes = 50 * 1024 * 1024;
const mostMilliseconds = 3000;

/** The types that carry a title and a date of their own; a process for any other would be time for nothing. */
const withProperties =
  /^application\/(pdf|vnd\.openxmlformats-officedocument\.|vnd\.ms-\w+\.(?:sheet|document|presentation)\.)|^message\/rfc822$|^application\/vnd\.ms-outlook$/;

/**
 * Title and date of an added file, where the caller gives none: the date of its name before that of its properties,
 * the title of its properties before the words of its name, and the version's words behind the title. A guess is never
 * a reason to refuse a file, so whatever goes wrong on the way falls back to the name; a bug on the way is logged.
 */
export async function describeFile(
  context: EngineContext,
  file: DescribedFile,
  given: Fields,
): Promise<{ readonly title: string; readonly effectiveOn: CalendarDate | null }> {
  const named = guessFromName(file.name);
  const isComplete = typeof given.title === 'string' && (given.effectiveOn !== undefined || named.date !== null);
  const isRead = !isComplete && file.bytes <= mostBytes && withProperties.test(file.mediaType);
  const properties = isRead ? await readProperties(context, file) : nothing;
  const date = named.date ?? properties.date;
  return {
    title: withVersion(properties.title ?? named.title, named.version),
    effectiveOn: date !== null && isCalendarDate(date) ? date : null,
  };
}

async function readProperties(context: EngineContext, { file, name, mediaType }: DescribedFile): Promise<Properties> {
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(mostMilliseconds)]);
  try {
    const quietly = { ...context, onProgress: () => undefined, signal };
    const read = await runTask(quietly, 'importers', 'describeFile', { file, name, mediaType });
    return read.ok ? read.value : nothing;
  } catch (error) {
    context.logBug(newLogId(), error);
    return nothing;
  }
}

/** Our own version counts the items; what the makers call theirs is told by the title. */
function withVersion(title: string, version: string | null): string {
  return version === null || title.toLowerCase().includes(version.toLowerCase()) ? title : `${title} ${version}`;
}
