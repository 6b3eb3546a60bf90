'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { KeyHint } from '@/ui/key-hint';
import { Picker } from '@/ui/picker';
import { Sheet } from '@/ui/sheet';
import { EscalationLive } from './call-escalations';
import { callWordingRules } from './call-wording-rules';
import { useDesk } from './desk-context';
import { EscalationForm, useEscalationWords } from './escalation-form';
import { useClientNames } from './use-client-names';
import { bestMatches } from './palette-match';
import { useStartEscalation } from './use-start-escalation';

const PROPOSED =
  'Emergency. An operator of the answering service needs you now. Please acknowledge and phone the service.';

const rules = callWordingRules(undefined, 'en');

/** An emergency that no call of this desk is about: whose it is, then Start. */
export function EmergencyOfClient({ clientId, onClose }: { clientId: string | null; onClose: () => void }) {
  const { state } = useDesk();
  const [chosen, setChosen] = useState(clientId);
  const [query, setQuery] = useState('');
  const [startedId, setStartedId] = useState<string | null>(null);
  const clients = useClientNames(query);
  const input = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const startButton = useRef<HTMLButtonElement>(null);
  const words = useEscalationWords(PROPOSED, 'emergency');
  const starting = useStartEscalation(({ id }) => setStartedId(id));
  const started = startedId === null ? undefined : state.escalations[startedId];
  const name = clients.find(({ id }) => id === chosen)?.name;
  useEffect(() => {
    if (chosen !== null) startButton.current?.focus();
  }, [chosen]);
  const found = bestMatches(clients, query, { textOf: (one) => one.name, boost: () => 0, limit: 50 });
  const start = () => {
    if (chosen !== null) starting.start({ clientId: chosen }, words.urgency, words.summary);
  };

  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      isModal={false}
      title="Emergency"
      description={name ?? 'No call is open on this desk.'}
      initialFocus={chosen === null ? input : startButton}
      footer={
        started ? undefined : (
          <>
            <Button
              ref={startButton}
              variant="primary"
              size="call"
              isBusy={starting.isStarting}
              aria-disabled={chosen === null || undefined}
              onClick={start}
            >
              Start <KeyHint keys="Enter" />
            </Button>
            {chosen === null ? null : (
              <Button size="call" onClick={() => setChosen(null)}>
                Another client
              </Button>
            )}
            <Button size="call" onClick={onClose}>
              Not now
            </Button>
          </>
        )
      }
    >
      {started ? (
        <div className="flex flex-col gap-4">
          <p className="whitespace-pre-line">{started.summary}</p>
          <EscalationLive key={started.id} escalation={started} zone={null} />
        </div>
      ) : chosen === null ? (
        <div className="-mx-4 -my-4">
          <Picker
            label="Whose emergency is it?"
            input={input}
            query={query}
            onQuery={setQuery}
            groups={[{ value: 'Clients', items: found.map(({ id, name: words }) => ({ id, words })) }]}
            onChoose={({ id }) => setChosen(id)}
            height="h-80"
            emptyWords={`No client is called “${query.trim()}”.`}
          />
        </div>
      ) : (
        <EscalationForm
          of={{ clientId: chosen }}
          clientId={chosen}
          isAsked
          words={words}
          starting={starting}
          onStart={start}
          field={field}
          rules={rules}
        />
      )}
    </Sheet>
  );
}
