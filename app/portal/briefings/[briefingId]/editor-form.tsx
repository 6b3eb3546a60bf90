'use client';

import { memo } from 'react';
import { FactsBlock } from './facts-block';
import { HeadBlock } from './head-block';
import { LanguagesBlock } from './languages-block';
import { MethodBlocks } from './method-blocks';
import { QuestionBlocks } from './question-blocks';
import { SentencesProvider } from './sentences';
import { TimeBlocks } from './time-blocks';
import { WordingBlocks } from './wording-blocks';

/**
 * All blocks in the order of a call. Text is 16 px on a phone, where smaller text makes the page jump into a zoom;
 * what gets the focus scrolls clear of the bar above.
 */
export const EditorForm = memo(function EditorForm() {
  return (
    <form
      aria-label="Briefing"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-7 [&_:is(input,select,textarea,button)]:scroll-my-32 max-sm:[&_input]:text-base max-sm:[&_select]:text-base max-sm:[&_textarea]:text-base"
    >
      <SentencesProvider>
        <HeadBlock />
        <FactsBlock />
        <WordingBlocks />
        <QuestionBlocks />
        <MethodBlocks />
        <LanguagesBlock />
        <TimeBlocks />
      </SentencesProvider>
    </form>
  );
});
