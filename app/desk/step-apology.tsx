'use client';

import type { ApologyKind, PlaybookContent } from '@/domain/playbooks/model';
import { apologyWords } from '@/ui/playbook-words';
import type { GuideScene } from './guide-scene';

type ApologyStepProps = { scene: GuideScene; playbook: PlaybookContent };

/** The kinds that the client permits, each in the words to say; the one that was used is marked. */
export function ApologyStep({ scene, playbook }: ApologyStepProps) {
  const { fields, apologies, onChange } = scene;
  if (apologies.length === 0) {
    return (
      <p className="text-ink-soft">
        This client permits no apology. Say that you see what it means, and what you do about it.
      </p>
    );
  }
  // One that was marked stays in sight, even where a new version of the briefing permits it no more.
  const kinds =
    fields.apology === null || apologies.includes(fields.apology)
      ? apologies
      : [...apologies, fields.apology];
  return (
    <fieldset>
      <legend className="text-[13px] text-ink-soft">Which one did you use?</legend>
      <div className="flex flex-col gap-1">
        {kinds.map((kind) => (
          <ApologyChoice
            key={kind}
            words={apologyWords[kind].words}
            sentence={sentenceOf(playbook, kind, apologies)}
            isChosen={fields.apology === kind}
            onChoose={() => onChange({ apology: kind })}
          />
        ))}
        <ApologyChoice
          words="None yet"
          sentence=""
          isChosen={fields.apology === null}
          onChoose={() => onChange({ apology: null })}
        />
      </div>
    </fieldset>
  );
}

function sentenceOf(playbook: PlaybookContent, kind: ApologyKind, permitted: readonly ApologyKind[]): string {
  if (!permitted.includes(kind)) return 'not permitted any more';
  const words = playbook.apologies[kind];
  return words ? `“${words}”` : '';
}

type ApologyChoiceProps = { words: string; sentence: string; isChosen: boolean; onChoose: () => void };

function ApologyChoice({ words, sentence, isChosen, onChoose }: ApologyChoiceProps) {
  return (
    <label className="flex min-h-7 cursor-pointer items-start gap-2 rounded-md px-1.5 py-0.5 has-checked:bg-surface has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name="apology"
        checked={isChosen}
        onChange={onChoose}
        className="mt-1 size-4 shrink-0 accent-accent outline-none"
      />
      <span className="min-w-0 leading-6">
        <span className={isChosen ? 'font-semibold' : 'font-medium'}>{words}</span>
        {sentence === '' ? '' : ': '}
        <span className={isChosen ? 'read-aloud' : ''}>{sentence}</span>
      </span>
    </label>
  );
}
