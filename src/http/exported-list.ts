import type { ExportName } from '../domain/reviews/model';
import type { Actor } from '../kernel/actor';
import type { CsvFile } from './csv-stream';

export type ExportedList = {
  name: ExportName;
  /**
   * All that the actor may read and that matches, as a file of so many batches.
   * @throws ZodError for filters that the list does not know
   */
  open(actor: Actor, filters: Record<string, string>): Omit<CsvFile, 'fileName'>;
};
