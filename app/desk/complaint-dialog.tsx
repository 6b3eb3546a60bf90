'use client';

import { useMutation } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { errorWords, useTRPC } from '@/api/client';
import { Dialog } from '@/ui/dialog';
import { Field, TextArea, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { ClientPicker } from '../manage/client-picker';
import { useDesk } from './desk-context';
import { useKeptText } from './use-kept-text';

type ComplaintDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** A complaint by e-mail, entered by hand: it becomes a call in this operator's hands. */
export function ComplaintDialog({ isOpen, onOpenChange }: ComplaintDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isWide
      title="Enter an e-mailed complaint"
      description="It opens like a call, with the same guide and log. What you type here is kept until it does."
    >
      <ComplaintForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function ComplaintForm({ onDone }: { onDone: () => void }) {
  const { state, dispatch, open } = useDesk();
  const api = useTRPC();
  const keptAs = (field: string) => `${state.me}.complaint.${field}`;
  // Made before the first attempt, and kept with the text: a retry after a lost answer enters no second one.
  const [callId, keepId] = useKeptText(keptAs('id'));
  const [clientId, keepClient] = useKeptText(keptAs('client'));
  const [from, keepFrom] = useKeptText(keptAs('from'));
  const [callerName, keepName] = useKeptText(keptAs('name'));
  const [text, keepText] = useKeptText(keptAs('text'));
  const receive = useMutation(
    api.calls.receiveComplaint.mutationOptions({
      networkMode: 'always',
      // The first attempt was taken without an answer, and the client was changed since: this is another complaint.
      onError: (error) => {
        if (errorWords(error).code === 'CONFLICT') keepId('');
      },
      onSuccess: (call) => {
        for (const keep of [keepId, keepClient, keepFrom, keepName, keepText]) keep('');
        dispatch({ type: 'call', call });
        onDone();
        open({ kind: 'call', id: call.id });
      },
    }),
  );
  const problems = formProblems(receive.error, ['clientId', 'from', 'callerName', 'text']);
  const isClientMissing = receive.isError && clientId === '';

  const send = () => {
    const id = callId === '' ? v7() : callId;
    if (callId === '') keepId(id);
    receive.mutate({ clientId, callId: id, from: from.trim(), callerName, text });
  };

  return (
    <form
      noValidate
      className="flex flex-col gap-4 max-sm:[&_input]:text-base"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || receive.isPending) return;
        event.preventDefault();
        send();
      }}
    >
      <ClientPicker
        value={clientId === '' ? null : clientId}
        onChange={(next) => keepClient(next ?? '')}
        label="Client it is about"
        placeholder="Search by name"
        error={isClientMissing ? 'Choose the client.' : problems.of('clientId')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Sender’s e-mail address" name="complaint.from" error={problems.of('from')}>
          <TextInput
            type="email"
            value={from}
            maxLength={254}
            autoComplete="off"
            onChange={(event) => keepFrom(event.target.value)}
          />
        </Field>
        <Field label="Sender’s name" name="complaint.callerName" isOptional error={problems.of('callerName')}>
          <TextInput
            value={callerName}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => keepName(event.target.value)}
          />
        </Field>
      </div>
      <Field
        label="What the e-mail says"
        name="complaint.text"
        hint="Paste it whole: it becomes the first point of the log."
        error={problems.of('text')}
      >
        <TextArea
          rows={10}
          value={text}
          maxLength={20_000}
          className="max-h-[40dvh]"
          onChange={(event) => keepText(event.target.value)}
        />
      </Field>
      <FormFoot submitWords="Open it" isBusy={receive.isPending} problem={problems.words} />
    </form>
  );
}
