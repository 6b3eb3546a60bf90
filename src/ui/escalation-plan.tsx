'use client';

import type { EscalationPlan, PlannedMessage, PlannedStep } from '@/domain/escalations/model';
import { ChannelAddress } from './channel-address';
import { channelWords, isPhoneChannel } from './channel-words';
import { isStepEmpty, plannedPeople } from './plan-people';
import { Time } from './time';
import { afterWords, waitWords } from './wait-words';

type Shown = {
  /** The client's. */
  zone: string | null;
  /** Whether instants stand there; else how long after the start. */
  isDated: boolean;
};

function When({ message, from, zone, isDated }: { message: PlannedMessage; from: Date } & Shown) {
  const { at, waitsFor, problem } = message;
  if (problem) return <span className="font-medium text-critical">not used: {problem}</span>;
  if (waitsFor === 'quiet_hours') {
    return (
      <span className="text-medium">
        waits until <Time at={at} zone={zone} show="absolute" />: quiet hours
      </span>
    );
  }
  return (
    <span className="text-ink-soft">
      {isDated ? <Time at={at} zone={zone} show="absolute" /> : afterWords(from, at)}
    </span>
  );
}

function Step({ step, from, ...shown }: { step: PlannedStep; from: Date } & Shown) {
  const { zone, isDated } = shown;
  const round = step.cycle > 1 ? `, round ${step.cycle}` : '';
  return (
    <li className="border-b border-line py-2">
      <p className="flex flex-wrap gap-x-3 text-[13px] text-ink-soft">
        <span className="font-semibold text-ink">
          Step {step.step}
          {round}
        </span>
        <span>
          {isDated ? (
            <Time at={step.beginsAt} zone={zone} show="absolute" />
          ) : (
            afterWords(from, step.beginsAt)
          )}
        </span>
        {isStepEmpty(step) ? null : <span>then waits {waitWords(step.delaySeconds)}</span>}
        {step.isEveryoneNeeded ? <span>everybody must acknowledge</span> : null}
      </p>
      {step.gaps.map((gap) => (
        <p key={gap} className="font-medium text-critical">
          {gap}
        </p>
      ))}
      {isStepEmpty(step) ? (
        <p className="font-medium text-critical">
          Nobody can be told at this step: it goes on at once, and the account managers are told.
        </p>
      ) : step.gaps.length > 0 ? (
        <p className="font-medium text-critical">The account managers are told.</p>
      ) : null}
      <ul>
        {plannedPeople(step).map((person) => (
          <li key={person.id} className="py-0.5">
            <span className="font-medium">{person.name}</span>{' '}
            {person.title ? <span className="text-ink-soft">{person.title}</span> : null}
            <ul className="text-[13px]">
              {person.messages.map((message) => (
                <li key={`${message.channel}:${message.address}`}>
                  <span className="text-ink-soft">
                    {channelWords[message.channel]}
                    {message.address === '' ? null : (
                      <>
                        {isPhoneChannel(message.channel) ? ' ' : ' to '}
                        <ChannelAddress channel={message.channel} address={message.address} />
                      </>
                    )}
                    {', '}
                  </span>
                  <When message={message} from={from} {...shown} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Who would be told, by what and when, step by step, with what is missing in red words. */
export function EscalationPlanSteps({ plan, ...shown }: { plan: EscalationPlan } & Shown) {
  return (
    <>
      {plan.steps.length > 0 && plan.firstContactAt === null ? (
        <p className="mb-1 font-medium text-critical">Nobody of the client is told at any step.</p>
      ) : null}
      <ol className="border-t border-line">
        {plan.steps.map((step) => (
          <Step key={`${step.cycle}:${step.step}`} step={step} from={plan.at} {...shown} />
        ))}
      </ol>
    </>
  );
}
