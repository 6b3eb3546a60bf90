import { Ear, Hammer, MessageCircleHeart } from 'lucide-react';
import type { ReactNode } from 'react';
import { apologyKinds, type PlaybookContent, type PlaybookStep } from '@/domain/playbooks/model';
import {
  apologyWords,
  listeningWords,
  promiseStyleWords,
  resolutionWords,
  stepKindWords,
} from '@/ui/playbook-words';

type Props = {
  content: PlaybookContent;
  /** Shown for reading: with the cues for e-mail and what each setting means. */
  isRecord?: boolean;
};

function Setting({ icon, words, hint }: { icon: ReactNode; words: string; hint: string | null }) {
  return (
    <li className="flex gap-2 rounded-md bg-sunken px-3 py-2">
      <span className="mt-0.5 text-ink-soft">{icon}</span>
      <div>
        <p className="font-medium">{words}</p>
        {hint ? <p className="text-[13px] text-ink-soft">{hint}</p> : null}
      </div>
    </li>
  );
}

function Settings({ content: { listening, promise, resolution }, isRecord }: Required<Props>) {
  const size = 'size-4';
  const hint = (choice: { hint: string }) => (isRecord ? choice.hint : null);
  return (
    <ul aria-label="Settings" className="grid gap-2 sm:grid-cols-3">
      <Setting
        icon={<Ear aria-hidden className={size} />}
        words={listeningWords[listening].words}
        hint={hint(listeningWords[listening])}
      />
      <Setting
        icon={<MessageCircleHeart aria-hidden className={size} />}
        words={promiseStyleWords[promise].words}
        hint={hint(promiseStyleWords[promise])}
      />
      <Setting
        icon={<Hammer aria-hidden className={size} />}
        words={resolutionWords[resolution].words}
        hint={hint(resolutionWords[resolution])}
      />
    </ul>
  );
}

function Said({ title, lines }: { title: string; lines: readonly string[] }) {
  const written = lines.filter((text) => text.trim() !== '');
  if (written.length === 0) return null;
  return (
    <div className="mt-2">
      <p className="text-[13px] font-medium text-ink-soft">{title}</p>
      <ul>
        {written.map((text, n) => (
          <li key={n} className="max-w-[66ch]">
            “{text}”
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a step of this kind puts before the operator, besides its cue. */
function StepWords({ step, content }: { step: PlaybookStep; content: PlaybookContent }) {
  const { listening, listeningLine, listeningSeconds, doorOpeners, cutInLine } = content;
  if (step.kind === 'listening') {
    const after = listeningSeconds === null ? '' : `, or after ${listeningSeconds} seconds`;
    const isAudible = listening === 'sounds';
    return (
      <>
        <Said title={`When the caller asks whether anybody is there${after}`} lines={[listeningLine]} />
        <Said title="Door openers" lines={isAudible ? doorOpeners : []} />
        <Said title="To cut in gently" lines={isAudible ? [cutInLine] : []} />
      </>
    );
  }
  if (step.kind === 'questions') {
    return (
      <>
        <Said title="Open questions" lines={content.openQuestions} />
        <Said title="Questions for a yes or no" lines={content.closedQuestions} />
      </>
    );
  }
  if (step.kind === 'apology') {
    return apologyKinds.map((kind) => (
      <Said
        key={kind}
        title={`${apologyWords[kind].words}, where the briefing permits it`}
        lines={[content.apologies[kind]]}
      />
    ));
  }
  return null;
}

function Step({ step, content, isRecord }: Required<Props> & { step: PlaybookStep }) {
  const { words, hint } = stepKindWords[step.kind];
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h3 className="font-semibold">{step.title || 'A step without a title'}</h3>
        {step.isRequired ? <span className="text-[13px] font-medium">must be done</span> : null}
        {step.kind === 'tick' ? null : (
          <span className="text-[13px] text-ink-soft" title={hint}>
            {words}
          </span>
        )}
      </div>
      <p className="read-aloud mt-0.5">{step.cue}</p>
      {isRecord && step.cueByEmail !== '' && step.cueByEmail !== step.cue ? (
        <p className="mt-0.5 text-ink-soft">By e-mail: {step.cueByEmail}</p>
      ) : null}
      <StepWords step={step} content={content} />
    </li>
  );
}

function endingWords({ abuseLimit }: PlaybookContent): string {
  if (abuseLimit === 0) return 'The call may not be ended.';
  const times = abuseLimit === 1 ? 'once' : abuseLimit === 2 ? 'twice' : `${abuseLimit} times`;
  return `When it was said ${times}, the call may be ended`;
}

/** A method as operators see it beside a call: its settings, its steps with everything they offer, and the boundary. */
export function PlaybookPreview({ content, isRecord = false }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {content.summary ? <p className="max-w-[66ch] text-ink-soft">{content.summary}</p> : null}
      <Settings content={content} isRecord={isRecord} />
      {content.foldsAccount ? (
        <p className="text-ink-soft">
          The account fields stay folded until the operator has taken ownership.
        </p>
      ) : null}
      <ol aria-label="Steps" className="rounded-md border border-line bg-surface px-4">
        {content.steps.map((step) => (
          <Step key={step.id} step={step} content={content} isRecord={isRecord} />
        ))}
      </ol>
      <section aria-label="On abuse" className="rounded-md border border-line px-4 py-3">
        <h3 className="font-semibold">On abuse</h3>
        <Said title="The boundary, calmly" lines={[content.abuseLine]} />
        {content.abuseLimit === 0 ? (
          <p className="mt-2 text-[13px] text-ink-soft">{endingWords(content)}</p>
        ) : (
          <Said title={endingWords(content)} lines={[content.endingLine]} />
        )}
      </section>
    </div>
  );
}
