'use client';

import { createContext, use, useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names';
import { fieldId } from './field-id';

type Wiring = { id: string; describedBy: string | undefined; isInvalid: boolean };
const FieldContext = createContext<Wiring | null>(null);

export type FieldProps = {
  label: ReactNode;
  /** The form's own name of the field (a dotted path); an error summary links to it by this name. */
  name?: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  isOptional?: boolean;
  /** Keeps the label for screen readers only. */
  isLabelHidden?: boolean;
  className?: string;
  /** Said below the control and read out with it, such as advice about what was typed. */
  below?: ReactNode;
  children: ReactNode;
};

/** A label, hint and error wired to the one TextInput, TextArea or Select inside. */
export function Field({
  label,
  name,
  hint,
  error,
  isOptional,
  isLabelHidden,
  className,
  below,
  children,
}: FieldProps) {
  const generated = useId();
  const id = name === undefined ? generated : fieldId(name);
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', below ? `${id}-below` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <FieldContext value={{ id, describedBy: describedBy || undefined, isInvalid: Boolean(error) }}>
      <div className={classNames('flex flex-col gap-1', className)}>
        <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'font-medium'}>
          {label}
          {isOptional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-[13px] text-ink-soft">
            {hint}
          </p>
        ) : null}
        {error ? (
          <p id={`${id}-error`} className="font-medium text-critical">
            <span className="sr-only">Error: </span>
            {error}
          </p>
        ) : null}
        {children}
        {below ? <div id={`${id}-below`}>{below}</div> : null}
      </div>
    </FieldContext>
  );
}

const control =
  'w-full rounded-md border bg-surface px-2.5 text-ink placeholder:text-ink-faint [&:is(input,textarea)]:read-only:bg-sunken disabled:opacity-60';

function useWiring(given: { id?: string | undefined; className?: string | undefined }) {
  const field = use(FieldContext);
  return {
    id: given.id ?? field?.id,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.isInvalid || undefined,
    className: classNames(
      control,
      field?.isInvalid ? 'border-2 border-critical' : 'border-line-strong',
      given.className,
    ),
  };
}

export function TextInput({ id, className, type = 'text', ...rest }: ComponentProps<'input'>) {
  const wiring = useWiring({ id, className: classNames('h-9', className) });
  return <input type={type} {...rest} {...wiring} />;
}

export function TextArea({ id, className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  const wiring = useWiring({ id, className: classNames('py-2', className) });
  return <textarea rows={rows} {...rest} {...wiring} />;
}

export function Select({ id, className, children, ...rest }: ComponentProps<'select'>) {
  const wiring = useWiring({ id, className: classNames('h-9', className) });
  return (
    <select {...rest} {...wiring}>
      {children}
    </select>
  );
}

/** A tick box or radio button with its words beside it. */
export function Choice({
  label,
  hint,
  ...rest
}: ComponentProps<'input'> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <input
        {...rest}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id} className="block leading-6">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-[13px] text-ink-soft">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
