'use client';

import type { KeyboardEvent, RefObject } from 'react';
import type { WordingRules } from '@/domain/wording/model';
import { Button } from '@/ui/button';
import { Field, TextArea } from '@/ui/field';
import { KeyHint } from '@/ui/key-hint';
import { SayInstead } from './say-instead';

type CallNotesProps = {
  text: string;
  rules: WordingRules;
  onWrite: (text: string) => void;
  onAdd: () => void;
  /** The slash in the empty field. */
  onSlash: () => void;
  hasStatements: boolean;
  /** The can-do sentence stands out. */
  isCanDoLarge: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** The notes field. Enter adds a point; nothing typed here needs the mouse. */
export function CallNotes(props: CallNotesProps) {
  const { text, rules, onWrite, onAdd, onSlash, hasStatements, isCanDoLarge, field } = props;
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter that confirms a word of an input method is not meant for the log.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onAdd();
    } else if (event.key === '/' && text === '' && hasStatements && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onSlash();
    }
  };
  return (
    <div className="shrink-0 border-t border-line bg-sunken p-3">
      {/* Above the field, which stands at the bottom of its column and so does not move. */}
      {/* On a phone the first one alone: the field stays in sight. */}
      <div className="mb-2 has-[>:empty]:hidden max-sm:[&_li:nth-child(n+2)]:hidden">
        <SayInstead text={text} rules={rules} isLarge={isCanDoLarge} atMost={2} />
      </div>
      <div className="flex items-end gap-2">
        <Field label="Note" isLabelHidden name="note" className="min-w-0 flex-1">
          <TextArea
            ref={field}
            value={text}
            rows={2}
            maxLength={4_000}
            placeholder={`What the caller says, point by point.${hasStatements ? ' / opens the statements.' : ''}`}
            className="max-h-48 min-h-14 resize-none [field-sizing:content]"
            onChange={(event) => onWrite(event.target.value)}
            onKeyDown={press}
          />
        </Field>
        <Button size="call" onClick={onAdd} aria-disabled={text.trim() === ''}>
          Add <KeyHint keys="Enter" />
        </Button>
      </div>
    </div>
  );
}
