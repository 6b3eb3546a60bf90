import type { BriefingContent, Language, LiveBriefing, Withdrawal } from '@/domain/briefings/model';
import { spokenContent, spokenLanguages } from '@/domain/briefings/spoken-content';
import { versionNow, type CallEnding } from './briefing-selectors';
import type { DeskState } from './desk-state';

export type SpokenBriefing = {
  briefing: LiveBriefing;
  /** What may be said now, in the language asked for where it stands in it; struck statements only where asked for. */
  content: BriefingContent;
  language: Language;
  languages: Language[];
  /** `opening`, and ids of statements and answers, that are given in the briefing's own language instead. */
  missing: string[];
  /** Of the statements in `content`, those that must not be said any more. */
  struck: Withdrawal[];
};

type Asked = {
  /** Left out: the briefing's own. */
  language?: Language | undefined;
  now: Date;
  /** During a call the text stays under the reader's eyes, struck through; elsewhere it is not there. */
  isStruckShown?: boolean;
  ending?: CallEnding | null;
};

/** A withdrawal whose correction is the approved words of the version in force, or none where nobody approved them. */
export function withApprovedCorrection(
  state: DeskState,
  briefingId: string,
  withdrawal: Withdrawal,
  asked: { language?: Language | undefined; now: Date },
): Withdrawal {
  const current = versionNow(state, briefingId, asked.now);
  if (withdrawal.correction === null || current === null || current.version <= withdrawal.version) {
    return { ...withdrawal, correction: null };
  }
  const { content } = spokenContent(current.content, asked.language ?? current.content.language, asked.now);
  const corrected = content.statements.find(({ id }) => id === withdrawal.statementId);
  return { ...withdrawal, correction: corrected?.text ?? null };
}

/** The newest withdrawal of each statement of a version; `version` of a withdrawal is the newest one it counts for. */
function withdrawalsOn(state: DeskState, { briefingId, version }: LiveBriefing): Withdrawal[] {
  const counting = (state.withdrawals[briefingId] ?? []).filter((one) => one.version >= version);
  return [...new Map(counting.toReversed().map((one) => [one.statementId, one])).values()];
}

/** A briefing as an operator may say it at an instant: without what expired, was taken back or is over. */
export function spokenBriefing(state: DeskState, briefing: LiveBriefing, asked: Asked): SpokenBriefing {
  const { now, isStruckShown = false, ending = null } = asked;
  const language = asked.language ?? briefing.content.language;
  const { content, missing } = spokenContent(briefing.content, language, now);
  const isOver = ending?.kind === 'over' || ending?.kind === 'withdrawn';
  const struck =
    ending?.kind === 'withdrawn'
      ? content.statements.map((statement) => takenBack(statement, briefing, ending))
      : withdrawalsOn(state, briefing).map((one) =>
          withApprovedCorrection(state, briefing.briefingId, one, { language, now }),
        );
  const struckIds = new Set(struck.map(({ statementId }) => statementId));
  const areStatementsOver = ending?.kind === 'over' || (isOver && !isStruckShown);
  const statements = areStatementsOver
    ? []
    : content.statements.filter(({ id }) => isStruckShown || !struckIds.has(id));
  const unsaid = { opening: '', closing: '', assurances: [], qa: [] };
  const shownIds = new Set(statements.map(({ id }) => id));
  return {
    briefing,
    content: { ...content, statements, ...(isOver ? unsaid : {}) },
    language,
    languages: spokenLanguages(briefing.content),
    missing: isOver ? [] : missing,
    struck: isStruckShown ? struck.filter(({ statementId }) => shownIds.has(statementId)) : [],
  };
}

/** A statement of a briefing that was withdrawn as a whole. */
function takenBack(
  { id, text }: BriefingContent['statements'][number],
  briefing: LiveBriefing,
  { reason, at }: { reason: string; at: Date },
): Withdrawal {
  const { version } = briefing;
  return { id, statementId: id, version, text, correction: null, reason, at, byName: '' };
}

/** The next language of a briefing, round and round. */
export function nextLanguage({ language, languages }: SpokenBriefing): Language {
  return languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
}

/** The language that a sentence is really given in. `id`: `opening`, or of a statement or an answer. */
export function languageOf({ missing, language, briefing }: SpokenBriefing, id: string): Language {
  return missing.includes(id) ? briefing.content.language : language;
}
