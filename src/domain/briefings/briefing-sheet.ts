import { localTime } from '../../kernel/local-time';
import { builtInPlaybook } from '../playbooks/built-in-playbooks';
import type { ApologyKind } from '../playbooks/model';
import type { Approval, BriefingContent, BriefingState, Language, PromiseRule, Withdrawal } from './model';
import { spokenLanguages } from './spoken-content';
import { wordingKey, type WordingBlock } from './wordings';

/** What an export is made from. `version` 0: never published, so that `content` is the draft. */
export type BriefingExport = {
  briefingId: string;
  clientId: string;
  clientName: string;
  /** The client's. */
  timeZone: string;
  state: BriefingState;
  version: number;
  publishedAt: Date | null;
  publishedByName: string;
  exportedAt: Date;
  content: BriefingContent;
  /** By wording key. */
  approvals: Record<string, Approval>;
  withdrawals: Withdrawal[];
};

/** One thing to read: `lead` names it (a question, a phrase), `notes` tell who approved it and until when it holds. */
export type SheetItem = {
  lead: string;
  words: string;
  notes: string[];
  isStruck: boolean;
  /** A statement's own number; a translation has none, it belongs to the item above. */
  number?: number;
};

export type SheetSection = { title: string; kind: 'plain' | 'numbered' | 'never_say'; items: SheetItem[] };

/** A briefing laid out for paper: the same words in the same order, whatever format they are written in. */
export type BriefingSheet = {
  headline: string;
  severity: string;
  clientName: string;
  /** What a reader must know before anything else, such as that this is a draft. */
  notices: string[];
  facts: [name: string, words: string][];
  sections: SheetSection[];
};

const PROMISES: Record<PromiseRule, string> = {
  none: 'Promise nothing.',
  will_try: 'Say “we will try”, no more.',
  will_fix: 'May be promised: “we will”.',
};

const APOLOGIES: Record<ApologyKind, string> = {
  direct: 'Direct: “I am sorry that we made this mistake.”',
  blameless: 'Blameless: “I am sorry that you have this trouble.”',
  we_owe_you: '“We owe you an answer.”',
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Times stand in the client's time zone. Of a published version, sentences that nobody approved are left out. */
export function briefingSheet(source: BriefingExport): BriefingSheet {
  const { content, approvals, exportedAt, timeZone } = source;
  const isDraft = source.version === 0;
  const at = (instant: Date | string) => localTime(new Date(instant), timeZone);
  const inWords = languageNames();
  let leftOut = 0;

  /** A sentence in every language that it stands in; in other languages than the briefing's own, with its name. */
  const spoken = (
    block: WordingBlock,
    id: string,
    item: { text: string; in?: Partial<Record<Language, string>>; validUntil?: string | null; lead?: string },
    notes: string[] = [],
  ): SheetItem[] => {
    const others = Object.entries(item.in ?? {}).filter(([language]) => language !== content.language);
    const all = [[content.language, item.text] as const, ...(others as [Language, string][])];
    return all.flatMap(([language, words]) => {
      if (words.trim() === '') return [];
      const approval = approvals[wordingKey(block, id, language)];
      if (approval === undefined && !isDraft) {
        leftOut += 1;
        return [];
      }
      const until = item.validUntil ?? null;
      const isStruck = until !== null && new Date(until) <= exportedAt;
      const validity =
        until === null
          ? []
          : [isStruck ? `Over since ${at(until)}: do not say it any more` : `Valid until ${at(until)}`];
      const own = language === content.language ? [] : [inWords(language)];
      return [
        {
          lead: item.lead ?? '',
          words,
          isStruck,
          notes: [...own, ...notes, approvedBy(approval), ...validity],
        },
      ];
    });
  };
  const approvedBy = (approval: Approval | undefined) => {
    if (approval === undefined) return 'Not approved yet';
    const by = `by ${approval.byName}, ${at(approval.at)}`;
    return approval.kind === 'approved'
      ? `Approved ${by}`
      : `Published in an emergency ${by}; not approved yet`;
  };
  const plain = (words: string, ...notes: string[]): SheetItem => ({
    lead: '',
    words,
    notes: notes.filter((note) => note !== ''),
    isStruck: false,
  });

  const sections: SheetSection[] = [
    {
      title: 'Never say',
      kind: 'never_say',
      items: content.neverSay.map(({ phrase, sayInstead }) => ({
        ...plain(sayInstead === '' ? '' : `Say instead: ${sayInstead}`),
        lead: phrase,
      })),
    },
    {
      title: 'Withdrawn: do not say any more',
      kind: 'never_say',
      items: source.withdrawals.map(({ text, correction, reason, byName, at: when }) => ({
        ...plain(
          correction === null ? '' : `Say instead: ${correction}`,
          `Withdrawn by ${byName}, ${at(when)}: ${reason}`,
        ),
        lead: text,
        isStruck: true,
      })),
    },
    {
      title: 'Opening',
      kind: 'plain',
      items: spoken('opening', '', { text: content.opening, in: content.openingIn }),
    },
    {
      title: 'Statements',
      kind: 'numbered',
      items: content.statements.flatMap((item, n) => {
        const [first, ...translations] = spoken('statements', item.id, item);
        return first === undefined ? [] : [{ ...first, number: n + 1 }, ...translations];
      }),
    },
    {
      title: 'Assurances',
      kind: 'plain',
      items: content.assurances.flatMap((item) =>
        spoken('assurances', item.id, item, [PROMISES[item.promiseRule]]),
      ),
    },
    {
      title: 'Apologies permitted',
      kind: 'plain',
      items:
        content.apologies.length === 0
          ? [plain('None: do not apologise.')]
          : content.apologies.map((kind) => plain(APOLOGIES[kind])),
    },
    {
      title: 'Questions and answers',
      kind: 'plain',
      items: content.qa.flatMap(({ id, question, answer, ...item }) =>
        spoken('qa', id, { ...item, text: answer, lead: question }),
      ),
    },
    {
      title: 'Facts',
      kind: 'plain',
      items: content.facts.map(({ text, source: from, knownAt }) =>
        plain(text, from === '' ? '' : `Source: ${from}`, knownAt === null ? '' : `Known at ${at(knownAt)}`),
      ),
    },
    { title: 'Not known yet', kind: 'plain', items: content.unknowns.map(({ text }) => plain(text)) },
    {
      title: 'Ask the caller for',
      kind: 'plain',
      items: content.intake.map(({ label, required, choices }) =>
        plain(label, required ? 'Required' : '', choices.length === 0 ? '' : `One of: ${choices.join(', ')}`),
      ),
    },
    { title: 'Escalate when', kind: 'plain', items: content.escalateWhen.map(({ text }) => plain(text)) },
    { title: 'Closing', kind: 'plain', items: spoken('closing', '', { text: content.closing }) },
  ];

  return {
    headline: content.headline === '' ? 'Without a headline' : content.headline,
    severity: content.severity.toUpperCase(),
    clientName: source.clientName,
    notices: noticesOf(source, leftOut),
    facts: [
      ['Client', source.clientName],
      ['Status', capital(content.incidentStatus)],
      isDraft
        ? ['Version', 'Draft, not published']
        : [
            'Version',
            `${source.version}, published by ${source.publishedByName}, ${at(source.publishedAt ?? exportedAt)}`,
          ],
      ['In force from', content.startsAt === null ? 'its publication' : at(content.startsAt)],
      ['In force until', content.endsAt === null ? 'it is resolved' : at(content.endsAt)],
      ...(content.nextUpdateDueAt === null
        ? []
        : [['Next update due', at(content.nextUpdateDueAt)] as [string, string]]),
      ...(content.playbookId === null
        ? []
        : [['Playbook', playbookName(content.playbookId)] as [string, string]]),
      ['Languages', spokenLanguages(content).map(inWords).join(', ')],
      ['Exported', at(exportedAt)],
    ],
    sections: sections
      .map((section) => ({ ...section, items: section.items.filter(isWritten) }))
      .filter(({ items }) => items.length > 0),
  };
}

const isWritten = ({ lead, words }: SheetItem) => `${lead}${words}`.trim() !== '';

function noticesOf({ version, state, content, exportedAt }: BriefingExport, leftOut: number): string[] {
  const isOver = content.endsAt !== null && new Date(content.endsAt) <= exportedAt;
  const isAhead = content.startsAt !== null && new Date(content.startsAt) > exportedAt;
  const all: [applies: boolean, words: string][] = [
    [version === 0, 'Draft, not published. Nothing in it may be said to a caller.'],
    [state === 'withdrawn', 'Withdrawn. Nothing in it may be said to a caller any more.'],
    [state === 'resolved', 'Resolved. It is not in force any more.'],
    [state === 'published' && isOver, 'Its end has passed. It is not in force any more.'],
    [state === 'published' && isAhead, 'Not in force yet.'],
    [leftOut === 1, '1 sentence that nobody has approved is left out.'],
    [leftOut > 1, `${leftOut} sentences that nobody has approved are left out.`],
  ];
  return all.filter(([applies]) => applies).map(([, words]) => words);
}

/** An own one is known by its name to the answering service alone. */
const playbookName = (id: string) =>
  builtInPlaybook(id)?.content.name ?? 'one of the answering service’s own';

function languageNames(): (language: Language) => string {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return (language) => names.of(language) ?? language;
}
