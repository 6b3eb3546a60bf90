'use client';

import type { PlaybookContent } from '@/domain/playbooks/model';
import { Prompts } from './prompts';

/** Open questions to hear the story, closed ones to make sure of it. */
export function QuestionsStep({ playbook }: { playbook: PlaybookContent }) {
  return (
    <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
      <Prompts label="Open, to hear the story" prompts={playbook.openQuestions} look="lines" />
      <Prompts label="Yes or no, to make sure" prompts={playbook.closedQuestions} look="lines" />
    </div>
  );
}
