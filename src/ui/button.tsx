import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
/** `regular` 36 px, `compact` 28 px for rows, `call` 44 px for call controls, `phone` 56 px and full width. */
export type ButtonSize = 'compact' | 'regular' | 'call' | 'phone';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-ink hover:bg-accent-soft',
  danger: 'border-transparent bg-danger text-danger-ink hover:bg-danger-hover',
};

const sizes: Record<ButtonSize, string> = {
  compact: 'min-h-7 px-2 text-[13px]',
  regular: 'min-h-9 px-3',
  call: 'min-h-11 px-4',
  phone: 'min-h-14 w-full px-5 text-lg',
};

/** The classes of a button, for links that should look like one. */
export function buttonClasses(variant: ButtonVariant = 'secondary', size: ButtonSize = 'regular'): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-md border font-medium select-none',
    'transition-colors duration-75 aria-disabled:cursor-default aria-disabled:opacity-60 disabled:opacity-60',
    variants[variant],
    sizes[size],
  );
}

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** While true the button keeps its focus and its width, shows that it works and ignores presses. */
  isBusy?: boolean;
  icon?: ReactNode;
};

export function Button({
  variant = 'secondary',
  size = 'regular',
  isBusy = false,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={isBusy ? 'button' : type}
      aria-disabled={isBusy || rest['aria-disabled'] || undefined}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (!isBusy) onClick?.(event);
      }}
      className={classNames(buttonClasses(variant, size), className)}
    >
      {isBusy ? <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" /> : icon}
      {children}
    </button>
  );
}
