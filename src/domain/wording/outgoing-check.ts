import type { Problem } from '../../kernel/errors';
import type { WordingRules } from './model';
import { wordingCheck } from './wording-check';

/**
 * What keeps a message from going out to a caller: the never-say phrases it holds, one problem each; [] when it may
 * go. `field` is the dotted path of the text. Other findings of the wording check advise and block nothing.
 */
export function outgoingProblems(
  text: string,
  rules: Pick<WordingRules, 'neverSay' | 'language'>,
  field = '',
): Problem[] {
  return wordingCheck(text, { ...rules, promiseRule: 'will_fix' })
    .filter(({ kind }) => kind === 'never_say')
    .map((finding) => {
      const said = `The briefing says never to say “${oneLine(finding.text)}”.`;
      const instead = oneLine(finding.sayInstead);
      return {
        field,
        words: `${said} ${instead === '' ? 'Use other words.' : `Say instead: “${instead}”.`}`,
      };
    });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
