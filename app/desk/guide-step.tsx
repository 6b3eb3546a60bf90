'use client';

import { Check, ChevronDown } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from '@/ui/class-names';
import type { GuideStep } from './guide-state';
import { stepElementId, type Guide } from './use-guide';

type GuideStepFrameProps = {
  step: GuideStep;
  guide: Guide;
  /** What the step has brought, in a few words for the folded line. */
  summary: string;
  children: ReactNode;
};

/** One step: a tick, a title, one cue line and what it asks for. A ticked one folds into its first line. */
export function GuideStepFrame({ step, guide, summary, children }: GuideStepFrameProps) {
  const isOpen = guide.isOpen(step);
  const bodyId = `${stepElementId(step.id)}-body`;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // What a form inside the step made of the key is not a second wish.
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    guide.complete(step);
  };
  return (
    <section
      id={stepElementId(step.id)}
      data-step={step.id}
      aria-label={step.title}
      aria-current={step.isCurrent ? 'step' : undefined}
      onKeyDown={press}
      className={classNames(
        'scroll-my-2 border-l-4 py-1.5 pr-3 pl-2.5',
        step.isCurrent ? 'border-accent bg-accent-soft' : 'border-transparent',
      )}
    >
      <div className="flex items-start gap-2.5">
        <input
          type="checkbox"
          data-step-tick
          aria-label={`Done: ${step.title}`}
          checked={step.isDone}
          onChange={() => guide.tick(step)}
          className="size-6 shrink-0 accent-accent"
        />
        <div className="min-w-0 flex-1">
          <h3 className="flex min-h-6 items-center gap-2 leading-5 font-semibold">
            {step.isTicked ? (
              <button
                type="button"
                aria-expanded={isOpen}
                aria-controls={bodyId}
                onClick={() => guide.unfold(step, !isOpen)}
                className="flex min-h-6 min-w-0 flex-1 items-center gap-1.5 text-left font-medium text-ink-soft"
              >
                <span className="shrink-0">{step.title}</span>
                <span className="min-w-0 truncate font-normal">{isOpen ? '' : summary}</span>
                <ChevronDown
                  aria-hidden
                  className={classNames('ml-auto size-4 shrink-0', isOpen && 'rotate-180')}
                />
              </button>
            ) : (
              <>
                <span className="min-w-0">{step.title}</span>
                <StepMark step={step} />
              </>
            )}
          </h3>
          {isOpen ? <p className="text-[15px] leading-5">{step.cueNow}</p> : null}
        </div>
      </div>
      <div id={bodyId} data-step-body className="mt-1.5 flex flex-col gap-2 pl-8.5 empty:hidden">
        {isOpen ? children : null}
      </div>
    </section>
  );
}

/** In words beside the title: what is current, has what it needs, or is asked for by the playbook. */
function StepMark({ step }: { step: GuideStep }) {
  if (step.isCurrent) return <span className="ml-auto text-[13px] font-semibold text-accent">Now</span>;
  if (step.isDone) {
    return (
      <span className="ml-auto inline-flex items-center gap-1 text-[13px] font-medium text-fine">
        <Check aria-hidden className="size-3.5" strokeWidth={3} /> Done
      </span>
    );
  }
  return step.isRequired ? (
    <span className="ml-auto text-[13px] font-normal text-ink-soft">Needed</span>
  ) : null;
}
