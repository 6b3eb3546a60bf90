import type { PromiseRule } from '../briefings/model';
import type { PromiseStyle } from '../playbooks/model';
import type { PromiseKind, PromiseOwner } from './model';

type Spoken = {
  kind: PromiseKind;
  what: string;
  owner: PromiseOwner;
  /** As due-words.ts says it. */
  dueWords: string;
};

/** "We will", or "we will try to": the stricter of what the briefing permits and the playbook wants. */
export function promiseStyle(rule: PromiseRule | null, style: PromiseStyle): PromiseStyle {
  return rule === 'will_try' || rule === 'none' ? 'will_try' : style;
}

/**
 * The sentence to say when something is promised, and to remember it by: "We will call you back today by 17:00 (Berlin)
 * about the wrong payslip." Nobody is promised more than an attempt where the style is `will_try`.
 */
export function spokenPromise({ kind, what, owner, dueWords }: Spoken, style: PromiseStyle): string {
  const subject = owner === 'operator' ? 'I' : 'We';
  const verb = style === 'will_try' ? 'will try to' : 'will';
  return `${subject} ${verb} ${deed(kind, inSentence(what), dueWords)}.`;
}

function deed(kind: PromiseKind, what: string, due: string): string {
  switch (kind) {
    case 'callback':
      return what === '' ? `call you back ${due}` : `call you back ${due} about ${what}`;
    case 'information':
      return what === '' ? `let you know ${due}` : `tell you ${what}, ${due}`;
    case 'document':
      return what === '' ? `send it to you ${due}` : `send you ${what} ${due}`;
    case 'fix':
      return what === '' ? `put this right ${due}` : `put right ${what} ${due}`;
    case 'other':
      return what === '' ? `do this ${due}` : `${what} ${due}`;
  }
}

/** As typed, made to stand inside a sentence: on one line, without its own end, beginning small where it can. */
function inSentence(what: string): string {
  const line = what
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.!;,]+$/, '');
  return line
    .replace(/^(to|about) (?=\S)/i, '')
    .replace(/^(The|A|An|Our|Your|When|Whether|How|Why|What|Who|Where|That) /, (word) => word.toLowerCase());
}
