import { addNote } from '../../domain/calls/add-note';
import { answerCall } from '../../domain/calls/answer-call';
import { cancelTransfer } from '../../domain/calls/cancel-transfer';
import { markDesk } from '../../domain/calls/mark-desk';
import {
  addNoteInput,
  callIdInput,
  closeCallInput,
  listCallsInput,
  markDeskInput,
  popCallInput,
  readBackCallInput,
  receiveComplaintInput,
  recordCallEventInput,
  ringCallInput,
  saveNoteDraftInput,
  tellStatementsInput,
  transferCallInput,
  updateCallInput,
} from '../../domain/calls/model';
import { popCall } from '../../domain/calls/pop-call';
import { getCall, listCalls } from '../../domain/calls/queries';
import { readBackCall } from '../../domain/calls/read-back-call';
import { recordCallEvent } from '../../domain/calls/record-call-event';
import { ringCall } from '../../domain/calls/ring-call';
import { saveNoteDraft } from '../../domain/calls/save-note-draft';
import { takeCall } from '../../domain/calls/take-call';
import { transferCall } from '../../domain/calls/transfer-call';
import { addCorrection } from '../../domain/messages/add-correction';
import { closeCall } from '../../domain/messages/close-call';
import { receiveComplaint } from '../../domain/calls/receive-complaint';
import { getBeside } from '../../domain/followups/beside-queries';
import { askQuestion } from '../../domain/questions/ask-question';
import { askQuestionInput } from '../../domain/questions/model';
import { tellStatements } from '../../domain/recalls/tell-statements';
import { updateCall } from '../../domain/recalls/update-call';
import { env } from '../../env';
import { procedure, router } from '../trpc';

export const callsRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/calls' } })
    .input(listCallsInput)
    .query(({ ctx, input }) => listCalls(ctx.actor, input)),
  get: procedure
    .meta({ rest: { method: 'GET', path: '/calls/{callId}' } })
    .input(callIdInput)
    .query(({ ctx, input }) => getCall(ctx.actor, input.callId)),
  ring: procedure
    .meta({ rest: { method: 'POST', path: '/calls', status: 201 } })
    .input(ringCallInput)
    .mutation(async ({ ctx, input }) => {
      const { call, briefing } = await ringCall(ctx.actor, input);
      const { id, state, clientId, clientName } = call;
      const client = clientId === null ? null : { id: clientId, name: clientName };
      return { id, state, client, briefing, url: `${env().PUBLIC_URL}/desk?call=${id}` };
    }),
  pop: procedure.input(popCallInput).mutation(({ ctx, input }) => popCall(ctx.actor, input)),
  beside: procedure.input(callIdInput).query(({ ctx, input }) => getBeside(ctx.actor, input.callId)),
  receiveComplaint: procedure
    .input(receiveComplaintInput)
    .mutation(({ ctx, input }) => receiveComplaint(ctx.actor, input)),
  answer: procedure.input(callIdInput).mutation(({ ctx, input }) => answerCall(ctx.actor, input.callId)),
  transfer: procedure.input(transferCallInput).mutation(({ ctx, input }) => transferCall(ctx.actor, input)),
  take: procedure.input(callIdInput).mutation(({ ctx, input }) => takeCall(ctx.actor, input.callId)),
  cancelTransfer: procedure
    .input(callIdInput)
    .mutation(({ ctx, input }) => cancelTransfer(ctx.actor, input.callId)),
  update: procedure
    .meta({ rest: { method: 'PATCH', path: '/calls/{callId}' } })
    .input(updateCallInput)
    .mutation(({ ctx, input }) => updateCall(ctx.actor, input)),
  recordEvent: procedure
    .meta({ rest: { method: 'POST', path: '/calls/{callId}/events' } })
    .input(recordCallEventInput)
    .mutation(({ ctx, input }) => recordCallEvent(ctx.actor, input)),
  addNote: procedure
    .meta({ rest: { method: 'POST', path: '/calls/{callId}/notes', status: 201 } })
    .input(addNoteInput)
    .mutation(({ ctx, input }) => {
      if (input.kind === 'question') return askQuestion(ctx.actor, input);
      if (input.kind === 'correction') return addCorrection(ctx.actor, input);
      return addNote(ctx.actor, input);
    }),
  saveNoteDraft: procedure
    .input(saveNoteDraftInput)
    .mutation(({ ctx, input }) => saveNoteDraft(ctx.actor, input)),
  markDesk: procedure.input(markDeskInput).mutation(({ ctx, input }) => markDesk(ctx.actor, input)),
  tellStatements: procedure
    .meta({ rest: { method: 'POST', path: '/calls/{callId}/statements-told' } })
    .input(tellStatementsInput)
    .mutation(({ ctx, input }) => tellStatements(ctx.actor, input)),
  askQuestion: procedure
    .meta({ rest: { method: 'POST', path: '/calls/{callId}/questions', status: 201 } })
    .input(askQuestionInput)
    .mutation(({ ctx, input }) => askQuestion(ctx.actor, input)),
  readBack: procedure
    .meta({ rest: { method: 'POST', path: '/calls/{callId}/read-back' } })
    .input(readBackCallInput)
    .mutation(({ ctx, input }) => readBackCall(ctx.actor, input)),
  close: procedure
    .meta({ rest: { method: 'POST', path: '/calls/{callId}/close' } })
    .input(closeCallInput)
    .mutation(({ ctx, input }) => closeCall(ctx.actor, input)),
});
