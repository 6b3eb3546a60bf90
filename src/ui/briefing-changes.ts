import type { BriefingContent, Language } from '@/domain/briefings/model';
import {
  blockTitles,
  incidentStatusWords,
  intakeKindWords,
  languageWords,
  promiseRuleWords,
} from './briefing-words';
import { apologyNames, playbookName } from './playbook-words';

/** One difference between two contents of a briefing, in words for its author. */
export type BriefingChange = {
  block: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  was: string | null;
  now: string | null;
};

const listKeys = [
  'facts',
  'unknowns',
  'statements',
  'assurances',
  'neverSay',
  'qa',
  'intake',
  'escalateWhen',
] as const;
type ListKey = (typeof listKeys)[number];
type TimeKey = 'startsAt' | 'endsAt' | 'nextUpdateDueAt';

type InstantWords = (instant: string) => string;
type ItemWords = { [Key in ListKey]: (item: BriefingContent[Key][number], when: InstantWords) => string };

const withValidity = (text: string, validUntil: string | null, when: InstantWords) =>
  validUntil ? `${text} (valid until ${when(validUntil)})` : text;

const itemWords: ItemWords = {
  facts: ({ text, source, knownAt }, when) => {
    const known = [source && `source: ${source}`, knownAt && `known at ${when(knownAt)}`].filter(Boolean);
    return known.length > 0 ? `${text} (${known.join(', ')})` : text;
  },
  unknowns: ({ text }) => text,
  statements: ({ text, validUntil }, when) => withValidity(text, validUntil, when),
  assurances: ({ text, promiseRule }) => `${text} (${promiseRuleWords[promiseRule]})`,
  neverSay: ({ phrase, sayInstead }) =>
    sayInstead ? `“${phrase}”, say instead: “${sayInstead}”` : `“${phrase}”`,
  qa: ({ question, answer, validUntil }, when) => withValidity(`${question} ${answer}`, validUntil, when),
  intake: ({ label, kind, required, choices }) => {
    const list = kind === 'choice' && choices.length > 0 ? `: ${choices.join(', ')}` : '';
    return `${label} (${intakeKindWords[kind].toLowerCase()}${list}${required ? ', required' : ''})`;
  },
  escalateWhen: ({ text }) => text,
};

function listChanges<Key extends ListKey>(
  key: Key,
  was: BriefingContent,
  now: BriefingContent,
  when: InstantWords,
): BriefingChange[] {
  const block = blockTitles[key];
  const words: ItemWords[Key] = itemWords[key];
  const inWords = (item: BriefingContent[Key][number]) => words(item, when).trim() || '(empty)';
  const before = new Map(was[key].map((item): [string, BriefingContent[Key][number]] => [item.id, item]));
  const after = new Map(now[key].map((item): [string, BriefingContent[Key][number]] => [item.id, item]));
  const changes: BriefingChange[] = [];
  for (const [id, item] of after) {
    const old = before.get(id);
    if (!old) changes.push({ block, kind: 'added', was: null, now: inWords(item) });
    else if (inWords(old) !== inWords(item)) {
      changes.push({ block, kind: 'changed', was: inWords(old), now: inWords(item) });
    }
  }
  for (const [id, item] of before) {
    if (!after.has(id)) changes.push({ block, kind: 'removed', was: inWords(item), now: null });
  }
  const staying = [...before.keys()].filter((id) => after.has(id));
  const order = [...after.keys()].filter((id) => before.has(id));
  if (staying.some((id, position) => id !== order[position])) {
    changes.push({ block, kind: 'moved', was: null, now: null });
  }
  return changes;
}

type Translations = Partial<Record<Language, string>>;

/** What changed in other languages than the briefing's own, sentence by sentence; items that come or go tell all. */
function translationChanges(block: string, was: Translations, now: Translations): BriefingChange[] {
  const both = new Set([...Object.keys(was), ...Object.keys(now)] as Language[]);
  return [...both].flatMap((language) =>
    plainChange(`${block} in ${languageWords[language]}`, was[language] ?? null, now[language] ?? null),
  );
}

function itemTranslationChanges(
  key: 'statements' | 'qa',
  was: BriefingContent,
  now: BriefingContent,
): BriefingChange[] {
  const before = new Map(was[key].map((item): [string, Translations] => [item.id, item.in]));
  const after = new Map(now[key].map((item): [string, Translations] => [item.id, item.in]));
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) =>
    translationChanges(blockTitles[key], before.get(id) ?? {}, after.get(id) ?? {}),
  );
}

function plainChange(block: string, was: string | null, now: string | null): BriefingChange[] {
  if ((was || null) === (now || null)) return [];
  if (!was) return [{ block, kind: 'added', was: null, now }];
  if (!now) return [{ block, kind: 'removed', was, now: null }];
  return [{ block, kind: 'changed', was, now }];
}

function playbookChange(was: string | null, now: string | null): BriefingChange[] {
  if (was === now) return [];
  const [before, after] = [playbookName(was), playbookName(now)];
  // Two of the answering service's own have one name here.
  return plainChange(blockTitles.playbookId, before, before === after ? `${after}, another one` : after);
}

/**
 * What a reader of `was` would find different in `now`, block by block in the order of the editor.
 * `when` words an instant in the reader's zone. Items are told apart by their ids, so a moved item is not "new".
 */
export function briefingChanges(
  was: BriefingContent,
  now: BriefingContent,
  when: InstantWords,
): BriefingChange[] {
  const plain = (key: 'headline' | 'severity' | 'opening' | 'closing') =>
    plainChange(blockTitles[key], was[key], now[key]);
  const time = (key: TimeKey) => {
    if (was[key] && now[key] && Date.parse(was[key]) === Date.parse(now[key])) return [];
    return plainChange(blockTitles[key], was[key] && when(was[key]), now[key] && when(now[key]));
  };
  return [
    ...plain('headline'),
    ...plain('severity'),
    ...plainChange(
      blockTitles.incidentStatus,
      incidentStatusWords[was.incidentStatus],
      incidentStatusWords[now.incidentStatus],
    ),
    ...plainChange(blockTitles.language, languageWords[was.language], languageWords[now.language]),
    ...plain('opening'),
    ...translationChanges(blockTitles.opening, was.openingIn, now.openingIn),
    ...listKeys.flatMap((key) => [
      ...listChanges(key, was, now, when),
      ...(key === 'statements' || key === 'qa' ? itemTranslationChanges(key, was, now) : []),
    ]),
    ...plain('closing'),
    ...plainChange(blockTitles.apologies, apologyNames(was.apologies), apologyNames(now.apologies)),
    ...playbookChange(was.playbookId, now.playbookId),
    ...time('startsAt'),
    ...time('endsAt'),
    ...time('nextUpdateDueAt'),
  ];
}
