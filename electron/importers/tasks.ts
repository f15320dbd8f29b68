/** What the importers' process can be asked: plain data, paths instead of contents. */
import type { Preview } from '../../shared/contract/preview.ts';
import type { Task } from '../../shared/contract/tasks.ts';
import type { ReadImportInput, ReadImportOutput } from '../../shared/domain/importing/reading.ts';
import type { WriteTableInput, WriteTableOutput } from '../../shared/domain/tables/table.ts';

export interface DescribeFileInput {
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
}

/** What a file says of itself, or its name where it says nothing sound. */
export interface DescribedFile {
  readonly title: string;
  readonly date: string | null;
  readonly version: string | null;
}

export interface PreviewInput {
  /** The content-addressed file of the store. */
  readonly path: string;
  readonly mediaType: string;
}

export interface MailAttachmentInput {
  /** The message. */
  readonly path: string;
  readonly mediaType: string;
  /** Which of its attachments, as the preview counts them, from 0. */
  readonly attachment: number;
  /** The file to write. */
  readonly out: string;
}

export interface ImporterTasks {
  readonly readImport: Task<ReadImportInput, ReadImportOutput>;
  readonly writeTable: Task<WriteTableInput, WriteTableOutput>;
  readonly describeFile: Task<DescribeFileInput, DescribedFile>;
  readonly preview: Task<PreviewInput, Preview>;
  readonly mailAttachment: Task<MailAttachmentInput, { readonly name: string }>;
}
