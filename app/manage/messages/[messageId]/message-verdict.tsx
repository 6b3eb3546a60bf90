'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '@/api/client';
import type { MessageCard, MessageFault } from '@/domain/messages/model';
import { Button } from '@/ui/button';
import { Field, TextArea } from '@/ui/field';
import { formProblems } from '@/ui/form-problems';
import { KeyHint } from '@/ui/key-hint';
import { RecipientWords } from '../recipient-words';
import { FaultChoices } from './fault-choices';

/** The second pair of eyes: release it, or withhold it and say why. Both by keys, from the field that has the focus. */
export function MessageVerdict({ message }: { message: MessageCard }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [categories, setCategories] = useState<MessageFault[]>([]);
  const field = useRef<HTMLTextAreaElement>(null);
  // The message above is read first: the page stays where it is.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const review = useMutation(
    api.messages.review.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.messages.pathKey() }),
    }),
  );
  const problems = formProblems(review.error, ['words']);
  const decide = (verdict: 'release' | 'withhold') => {
    if (!review.isPending) review.mutate({ messageId: message.id, verdict, words: words.trim(), categories });
  };
  return (
    <section
      aria-labelledby="verdict"
      className="flex flex-col gap-3 rounded-md border border-line bg-sunken p-4"
    >
      <h2 id="verdict" className="text-base font-semibold">
        May the client read this?
      </h2>
      <p className="text-ink-soft">
        Released, it goes by the client’s rule. <RecipientWords clientId={message.clientId} />
      </p>
      <FaultChoices chosen={categories} onChange={setCategories} />
      <Field
        label={`Words for ${message.createdByName}`}
        name="words"
        hint="Needed where you withhold it. The client does not see them."
        error={problems.of('words')}
      >
        <TextArea
          ref={field}
          value={words}
          rows={2}
          maxLength={2_000}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
              return;
            event.preventDefault();
            decide(event.shiftKey ? 'withhold' : 'release');
          }}
        />
      </Field>
      {problems.words ? (
        <p role="alert" className="font-medium text-critical">
          {problems.words}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          isBusy={review.isPending && review.variables.verdict === 'release'}
          onClick={() => decide('release')}
        >
          Release <KeyHint keys={['Ctrl', 'Enter']} />
        </Button>
        <Button
          isBusy={review.isPending && review.variables.verdict === 'withhold'}
          onClick={() => decide('withhold')}
        >
          Withhold <KeyHint keys={['Ctrl', 'Shift', 'Enter']} />
        </Button>
        <NextToReview after={message.id} />
      </div>
    </section>
  );
}

/** The next of the queue, without going back to it. */
function NextToReview({ after }: { after: string }) {
  const api = useTRPC();
  const queue = useQuery(api.messages.list.queryOptions({ state: 'in_review', limit: 20 }));
  const next = queue.data?.items.find(({ id }) => id !== after);
  if (!next) return null;
  return (
    <Link
      href={`/manage/messages/${next.id}`}
      className="inline-flex min-h-9 items-center text-accent underline underline-offset-2"
    >
      Next to review
    </Link>
  );
}
