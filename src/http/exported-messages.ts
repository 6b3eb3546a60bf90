import { listMessagesInput, type MessageCard } from '../domain/messages/model';
import { listMessages } from '../domain/messages/queries';
import { csvColumns, type RecordColumn } from './csv-columns';
import { csvMoment } from './csv-moment';
import { eachBatch } from './each-batch';
import type { ExportedList } from './exported-list';

const filters = listMessagesInput.omit({ cursor: true, limit: true });

const moment = (head: string, at: (card: MessageCard) => Date | null): RecordColumn<MessageCard> => ({
  head,
  cell: (card) => csvMoment(at(card), card.clientTimeZone),
});

const { columns, lineOf } = csvColumns<MessageCard>([
  { head: 'Id', cell: ({ id }) => id },
  { head: 'Call', cell: ({ callId }) => callId },
  { head: 'Client', cell: ({ clientName }) => clientName },
  { head: 'Time zone', cell: ({ clientTimeZone }) => clientTimeZone },
  moment('Written', ({ createdAt }) => createdAt),
  { head: 'Written by', cell: ({ createdByName }) => createdByName },
  { head: 'State', cell: ({ state }) => state },
  { head: 'Subject', cell: ({ subject }) => subject },
  { head: 'Lines', cell: ({ lines }) => lines.join('\n') },
  moment('Released', ({ releasedAt }) => releasedAt),
  { head: 'Released by', cell: ({ releasedByName }) => releasedByName },
  { head: 'Reviewed by', cell: ({ reviewedByName }) => reviewedByName },
  { head: 'Review words', cell: ({ reviewWords }) => reviewWords },
  { head: 'Found', cell: ({ categories }) => categories.join(', ') },
]);

/** What clients are told of their calls, with what reviewers found for the staff. */
export const exportedMessages: ExportedList = {
  name: 'messages',
  open(actor, asked) {
    const filter = filters.parse(asked);
    return { columns, batches: eachBatch((page) => listMessages(actor, { ...filter, ...page }), lineOf) };
  },
};
