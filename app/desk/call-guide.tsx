'use client';

import { playbookSettingWords } from './playbook-setting-words';
import { kindsBesides, type GuideStep } from './guide-state';
import type { GuideScene } from './guide-scene';
import { GuideStepFrame } from './guide-step';
import { KeyFor } from './key-for';
import { Prompts } from './prompts';
import { StepBody } from './step-body';
import { stepSummary } from './step-summary';
import { besideElementId, type Guide } from './use-guide';
import type { StepKind } from '@/domain/playbooks/model';

/** The method of this call, step by step in any order, and below it what a call needs whatever its method. */
export function CallGuide({ scene, guide }: { scene: GuideScene; guide: Guide }) {
  const { playbook } = scene;
  const done = guide.steps.filter(({ isDone }) => isDone).length;
  const besides = kindsBesides(playbook?.content ?? { steps: [] });
  return (
    <div data-guide className="relative flex min-h-48 max-sm:min-h-36 flex-1 flex-col overflow-y-auto pb-4">
      <section aria-label="Guide" className="flex flex-col">
        <header className="px-4 pt-3 pb-1">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h2 className="font-semibold">
              {playbook === null ? 'The guide of this call is being loaded' : playbook.content.name}
            </h2>
            {playbook === null ? null : (
              <p className="text-[13px] text-ink-soft tabular-nums">
                {done === guide.steps.length ? 'All steps done' : `${done} of ${guide.steps.length} done`}{' '}
                <KeyFor action="nextStep" />
              </p>
            )}
          </div>
          {playbook === null ? (
            <p className="text-ink-soft">What you write is kept meanwhile.</p>
          ) : (
            <p className="text-[13px] text-ink-soft">{playbookSettingWords(playbook.content)}</p>
          )}
        </header>
        {guide.steps.map((step) => (
          <GuideStepFrame key={step.id} step={step} guide={guide} summary={stepSummary(step.kind, scene)}>
            <StepField step={step} scene={scene} guide={guide} />
          </GuideStepFrame>
        ))}
      </section>
      {besides.length > 0 ? <Besides kinds={besides} scene={scene} guide={guide} /> : null}
    </div>
  );
}

function StepField({ step, scene, guide }: { step: GuideStep; scene: GuideScene; guide: Guide }) {
  if (step.sameAs !== null) {
    return <p className="text-ink-soft">The same as in “{step.sameAs}”.</p>;
  }
  const cutInLine = scene.playbook?.content.cutInLine ?? '';
  // Where cutting in is a step of its own, its line stands there too.
  if (step.kind === 'tick' && step.id === 'cut_in' && cutInLine !== '' && scene.call.channel === 'phone') {
    return <Prompts label="To cut in gently" prompts={[cutInLine]} look="lines" />;
  }
  return <StepBody kind={step.kind} scene={scene} guide={guide} />;
}

const besideTitles: Partial<Record<StepKind, string>> = {
  issue: 'The issue',
  account: 'Who calls',
  wish: 'The wished solution',
  promise: 'Promise',
  read_back: 'Read back',
};

function Besides({ kinds, scene, guide }: { kinds: readonly StepKind[]; scene: GuideScene; guide: Guide }) {
  return (
    <section aria-label="More" className="mx-4 mt-3 flex flex-col gap-3 border-t border-line pt-3">
      <h2 className="font-semibold">More</h2>
      {kinds.map((kind) => (
        <section
          key={kind}
          id={besideElementId(kind)}
          aria-label={besideTitles[kind]}
          className="flex flex-col gap-2"
        >
          {kind === 'wish' || kind === 'issue' ? null : <h3 className="font-medium">{besideTitles[kind]}</h3>}
          <div data-step-body className="flex flex-col gap-2">
            <StepBody kind={kind} scene={scene} guide={guide} />
          </div>
        </section>
      ))}
    </section>
  );
}
