'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { signInWithPassword } from '@/auth/browser';
import { Button } from '@/ui/button';
import { ErrorSummary, type SummaryProblem } from '@/ui/error-summary';
import { Field, TextInput } from '@/ui/field';

type Credentials = { email: string; password: string };

const NOT_REACHED = 'Calmline cannot be reached. Check the connection and try again.';

/** E-mail and password. Paste and password managers work; a wrong pair is told in one sentence for both. */
export function LoginForm({ next }: { next: string }) {
  const { register, handleSubmit, formState, setValue } = useForm<Credentials>({
    defaultValues: { email: '', password: '' },
    shouldFocusError: false,
  });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isEntering, setIsEntering] = useState(false);
  const { errors, isSubmitting, submitCount } = formState;

  const submit = handleSubmit(async ({ email, password }) => {
    setRefusal(null);
    const outcome = await signInWithPassword(email.trim(), password).catch(
      () => ({ ok: false, words: NOT_REACHED }) as const,
    );
    if (!outcome.ok) {
      setRefusal(outcome.words);
      setValue('password', '');
      return;
    }
    setIsEntering(true);
    // A whole page load: nothing that an earlier person saw here stays in memory.
    window.location.assign(next);
  });

  const problems: SummaryProblem[] = [
    ...(refusal ? [{ field: 'email', words: refusal }] : []),
    ...(['email', 'password'] as const).flatMap((field) => {
      const words = errors[field]?.message;
      return words ? [{ field, words }] : [];
    }),
  ];

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        setRefusal(null);
        void submit(event);
      }}
    >
      <ErrorSummary title="You are not signed in" problems={problems} focusKey={submitCount} />
      <Field label="E-mail address" name="email" error={errors.email?.message}>
        <TextInput
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          className="h-11"
          {...register('email', {
            required: 'Enter your e-mail address.',
            pattern: { value: /@/, message: 'An e-mail address has an @ in it.' },
          })}
        />
      </Field>
      <Field label="Password" name="password" error={errors.password?.message}>
        <TextInput
          type="password"
          autoComplete="current-password"
          className="h-11"
          {...register('password', { required: 'Enter your password.' })}
        />
      </Field>
      <Button type="submit" variant="primary" size="call" isBusy={isSubmitting || isEntering}>
        Sign in
      </Button>
    </form>
  );
}
