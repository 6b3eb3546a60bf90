import {
  incidentStatuses,
  promiseRules,
  severities,
  type BriefingContent,
  type Language,
} from '@/domain/briefings/model';
import {
  blockTitles,
  incidentStatusWords,
  languageWords,
  promiseRuleWords,
  type ContentKey,
} from '@/ui/briefing-words';
import { apologyKinds } from '@/domain/playbooks/model';
import { apologyWords, playbookName } from '@/ui/playbook-words';
import type { Conflict, Part } from './merge-drafts';

const fieldWords: Record<string, string> = {
  text: 'Sentence',
  source: 'Source',
  knownAt: 'Known at',
  validUntil: 'Valid until',
  promiseRule: 'What operators may say',
  phrase: 'Phrase',
  sayInstead: 'Say instead',
  question: 'Question',
  answer: 'Answer',
  label: 'Ask for',
  kind: 'Kind of answer',
  required: 'Must be asked',
  choices: 'Choices',
};

const severityWords: Record<string, string> = Object.fromEntries(
  severities.map((severity) => [severity, severity.toUpperCase()]),
);
const named: Record<string, string> = {
  ...severityWords,
  ...Object.fromEntries(incidentStatuses.map((status) => [status, incidentStatusWords[status]])),
  ...Object.fromEntries(promiseRules.map((rule) => [rule, promiseRuleWords[rule]])),
  ...Object.fromEntries(apologyKinds.map((kind) => [kind, apologyWords[kind].words])),
};
/** Fields whose values are names of the product, or instants; all others hold what somebody typed. */
const nameFields = new Set(['severity', 'incidentStatus', 'promiseRule', 'apologies']);
const timeFields = new Set(['knownAt', 'validUntil', 'startsAt', 'endsAt', 'nextUpdateDueAt']);

const languageName = (code: string | undefined) => languageWords[code as Language] ?? code ?? '';

/** The first text of an item: what an author knows it by. */
function itemWords(item: Part): string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return '';
  const fields = item as { readonly [key: string]: Part };
  const text = fields['text'] ?? fields['phrase'] ?? fields['question'] ?? fields['label'] ?? '';
  return typeof text === 'string' ? text : '';
}

/** Which place a conflict is about: "Approved statements 2, sentence, in Spanish". */
export function conflictTitle({ path }: Conflict, theirs: BriefingContent, mine: BriefingContent): string {
  const [block = '', second, third, fourth] = path;
  const key = block as ContentKey;
  if (second === undefined) return blockTitles[key];
  if (key === 'openingIn') return `${blockTitles.opening}, in ${languageName(second)}`;
  if (second === 'order') return `${blockTitles[key]}: order`;
  const placeIn = (content: BriefingContent) =>
    (content[key] as readonly { id: string }[]).findIndex(({ id }) => id === second);
  const place = placeIn(mine) >= 0 ? placeIn(mine) : placeIn(theirs);
  const item = `${blockTitles[key]} ${place + 1}`;
  if (third === undefined) return item;
  if (third === 'in') return fourth === undefined ? item : `${item}, in ${languageName(fourth)}`;
  return `${item}: ${(fieldWords[third] ?? third).toLowerCase()}`;
}

/** What one author has at the place of a conflict, in words. `when` words an instant in the client's zone. */
export function conflictWords(
  { path }: Pick<Conflict, 'path'>,
  part: Part,
  content: BriefingContent,
  when: (instant: string) => string,
): string {
  const field = path.at(-1) ?? '';
  if (field === 'order' && Array.isArray(part)) {
    const items = content[path[0] as ContentKey] as unknown as readonly { readonly id: string }[];
    const wordsOf = (id: Part) => itemWords(items.find((item) => item.id === id)) || 'an empty one';
    return part.map((id: Part, place) => `${place + 1}. ${wordsOf(id)}`).join('\n');
  }
  if (part === undefined) return path.length === 2 && path[0] !== 'openingIn' ? 'Removed' : 'Nothing';
  if (field === 'playbookId') return playbookName(typeof part === 'string' ? part : null);
  if (part === null || part === '') return 'Nothing';
  if (typeof part === 'boolean') return part ? 'Yes' : 'No';
  const inWords = (text: string) => (nameFields.has(field) ? (named[text] ?? text) : text);
  if (Array.isArray(part)) {
    const texts = part.filter((one: Part) => typeof one === 'string');
    return texts.map(inWords).join(', ') || 'Nothing';
  }
  if (typeof part !== 'string') return itemWords(part) || 'An empty one';
  if (field === 'language') return languageName(part);
  if (timeFields.has(field)) return when(part);
  return inWords(part);
}
