import type { ReactNode } from 'react';
import type { IncidentFigures as Figures } from '@/domain/reports/incident-figures';

function Figure({ label, figure, children }: { label: string; figure: number; children?: ReactNode }) {
  return (
    <div className="flex flex-col rounded-md border border-line bg-raised p-3">
      <dt className="font-medium text-ink-soft">{label}</dt>
      <dd className="flex flex-col">
        <span className="text-[28px] leading-9 font-semibold tabular-nums">{figure}</span>
        <span className="text-[13px] text-ink-soft">{children}</span>
      </dd>
    </div>
  );
}

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** The figures of an incident at a glance, each with what it is made of. */
export function IncidentFigures({ figures }: { figures: Figures }) {
  const { fates, promises, questions, escalations } = figures;
  const { overdue, keptLate, ...states } = promises;
  const unacknowledged = escalations.open + escalations.unanswered;
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-3 xl:grid-cols-5">
      <Figure label="Calls" figure={figures.calls}>
        {fates.answered} answered, {fates.abandoned} gave up, {fates.ringing} ringing, {fates.written} in
        writing
        {figures.besides > 0 ? `; ${figures.besides} of them did not ring under this briefing` : ''}
      </Figure>
      <Figure label="Callers" figure={figures.callers}>
        {figures.repeatCallers} rang again ({figures.repeatCalls} calls); {figures.withoutNumber} without a
        number
      </Figure>
      <Figure label="Promises open" figure={promises.open}>
        {overdue} overdue; of {sum(states)} given {promises.kept} kept ({keptLate} late), {promises.broken}{' '}
        broken
      </Figure>
      <Figure label="Questions without an answer" figure={questions.open}>
        of {sum(questions)} asked; {questions.answered} answered, {questions.dismissed} set aside
      </Figure>
      <Figure label="Escalations not acknowledged" figure={unacknowledged}>
        of {sum(escalations)}; {escalations.acknowledged} acknowledged, {escalations.resolved} settled,{' '}
        {escalations.cancelled} called off
      </Figure>
    </dl>
  );
}
