'use client';

import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CallCard } from '@/domain/calls/model';
import { promiseKinds, promiseOwners } from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { fieldId } from '@/ui/field-id';
import { Field, Select, TextInput } from '@/ui/field';
import { KeyHint } from '@/ui/key-hint';
import { PromiseDeadline } from '@/ui/promise-deadline';
import { promiseKindWords } from '@/ui/promise-words';
import { WordingHints } from '@/ui/wording-hints';
import { ZonedTimeField } from '@/ui/zoned-time-field';
import { callWordingRules } from './call-wording-rules';
import { ChoiceRow } from './choice-row';
import { GivenPromises } from './given-promises';
import { isEmptyPromise } from './promise-draft';
import { promiseFieldWords, promiseOwnerWords } from './promise-words';
import { usePromiseForm, type PromiseFormState } from './use-promise-form';

/** Gives the caller a promise: who, what, by when; and lists those of this call. */
export function PromiseForm({ call }: { call: CallCard }) {
  if (call.clientId === null) {
    return (
      <p className="text-ink-soft">
        This number belongs to no client yet, so there is nobody to promise for. Say: “Thank you. I will pass
        this on today.”
      </p>
    );
  }
  return <OpenForm call={call} />;
}

function OpenForm({ call }: { call: CallCard }) {
  const form = usePromiseForm(call);
  const { draft, change, problems, briefing } = form;
  const [isTried, setIsTried] = useState(false);
  const [given, setGiven] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const content = briefing?.content;
  const rules = useMemo(() => callWordingRules(content, content?.language ?? 'en'), [content]);
  const words = promiseFieldWords[draft.kind];
  const isBegun = !isEmptyPromise(draft);
  // What is still to be written is no mistake before somebody says that this is all.
  const isMissing = (field: string) =>
    (field === 'what' && draft.what.trim() === '') || (field === 'dueAt' && draft.dueAt === null);
  const problemOf = (field: string) =>
    problems.find((one) => one.field === field && (isTried || (isBegun && !isMissing(field))))?.words;

  const give = () => {
    setIsTried(true);
    const [first] = problems;
    if (first) return document.getElementById(fieldId(`promise.${first.field}`))?.focus();
    setGiven(form.sentence ?? '');
    form.give();
    setIsTried(false);
    place.current?.querySelector<HTMLElement>('input:checked')?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const isWhole = event.ctrlKey || event.metaKey;
    const isField = (event.target as HTMLElement).id === fieldId('promise.what');
    // With nothing written the key is the step's, not the promise's.
    if (!(isWhole ? isBegun : isField)) return;
    event.preventDefault();
    give();
  };

  return (
    <div className="flex flex-col gap-3">
      <div
        ref={place}
        role="group"
        aria-label="New promise"
        className="flex flex-col gap-3"
        onKeyDown={press}
      >
        <Chosen problem={problemOf('kind')}>
          <ChoiceRow
            name="promise.kind"
            legend="Promise"
            options={promiseKinds.map((value) => ({ value, words: promiseKindWords[value] }))}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
        </Chosen>
        <Field
          label={words.label}
          name="promise.what"
          hint={words.hint}
          error={problemOf('what')}
          below={<WordingHints text={draft.what} rules={rules} atMost={2} />}
        >
          <TextInput
            value={draft.what}
            maxLength={600}
            autoComplete="off"
            onChange={(event) => change({ what: event.target.value })}
          />
        </Field>
        <Chosen problem={problemOf('owner')}>
          <ChoiceRow
            name="promise.owner"
            legend="Who does it"
            options={promiseOwners.map((value) => ({ value, words: promiseOwnerWords[value] }))}
            value={draft.owner}
            onChange={(owner) => change({ owner })}
          />
        </Chosen>
        <Deadline form={form} problem={problemOf('dueAt')} />
        <SayWords form={form} />
        <CallerZone form={form} />
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" onClick={give}>
            Promise it <KeyHint keys={['Ctrl', 'Enter']} />
          </Button>
          <p role="status" className="min-w-0 flex-1 text-fine empty:hidden">
            {given === '' || isBegun ? null : `Promised: ${given}`}
          </p>
        </div>
      </div>
      <GivenPromises call={call} onMend={(promise) => change(promise)} />
    </div>
  );
}

/** A row of choices with what is wrong about the chosen one. */
function Chosen({ problem, children }: { problem: string | undefined; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      {children}
      <div role="status" className="empty:hidden">
        {problem ? <p className="font-medium text-critical">{problem}</p> : null}
      </div>
    </div>
  );
}

/** An absolute deadline: one press for the usual ones, any other by the client's clocks. */
function Deadline({ form, problem }: { form: PromiseFormState; problem: string | undefined }) {
  const { draft, change, deadlines, zone } = form;
  return (
    <div className="flex flex-col gap-1.5">
      <ZonedTimeField
        label="By when"
        name="promise.dueAt"
        zone={zone}
        value={draft.dueAt}
        onChange={(dueAt) => change({ dueAt })}
        error={problem}
      />
      <ul aria-label="Usual deadlines" className="flex flex-wrap gap-1">
        {deadlines.map(({ words, dueAt }) => (
          <li key={words}>
            <Button
              size="compact"
              aria-pressed={draft.dueAt === dueAt.toISOString()}
              className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold"
              onClick={() => change({ dueAt: dueAt.toISOString() })}
            >
              {words}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the caller lives, for whoever calls them back: only where they say that it is elsewhere. */
function CallerZone({ form: { callerZone, saidZone, sayZone } }: { form: PromiseFormState }) {
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked && saidZone === '') {
    return (
      <Button size="compact" variant="quiet" className="self-start" onClick={() => setIsAsked(true)}>
        The caller is in another time zone
      </Button>
    );
  }
  const zones = [...new Set(['UTC', callerZone, ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <Field label="The caller’s time zone" className="max-w-72">
      <Select value={saidZone} onChange={(event) => sayZone(event.target.value)}>
        <option value="">By the number, or as the client</option>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The sentence for the caller's ears, and the deadline by both clocks. */
function SayWords({ form: { draft, sentence, zone, callerZone } }: { form: PromiseFormState }) {
  return (
    <div className="min-h-13 rounded-md bg-accent-soft px-3 py-2">
      <p className="eyebrow">Say</p>
      {sentence === null || draft.dueAt === null ? (
        <p className="text-ink-soft">A time makes the sentence whole.</p>
      ) : (
        <>
          <p className="read-aloud font-medium">“{sentence}”</p>
          <p className="text-[13px] text-ink-soft">
            Due{' '}
            <PromiseDeadline
              promise={{ dueAt: new Date(draft.dueAt), clientTimeZone: zone, callerTimeZone: callerZone }}
            />
          </p>
        </>
      )}
    </div>
  );
}
