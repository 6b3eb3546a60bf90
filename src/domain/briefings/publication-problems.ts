import type { Problem } from '../../kernel/errors';
import type { BriefingContent } from './model';
import { templateGaps } from './template-gaps';

/** What stands between a draft and its publication, in words for its author; [] when it may be published. */
export function publicationProblems(content: BriefingContent): Problem[] {
  const problems: Problem[] = [];
  const need = (isMissing: boolean, field: string, words: string) => {
    if (isMissing) problems.push({ field, words });
  };
  need(content.headline === '', 'headline', 'Say in one line what happened.');
  need(content.opening === '', 'opening', 'Write the sentence operators open with.');
  content.facts.forEach((fact, n) =>
    need(fact.text === '', `facts.${n}.text`, 'Write the fact, or remove it.'),
  );
  content.unknowns.forEach((item, n) =>
    need(item.text === '', `unknowns.${n}.text`, 'Write the point, or remove it.'),
  );
  content.statements.forEach((item, n) =>
    need(item.text === '', `statements.${n}.text`, 'Write the sentence, or remove it.'),
  );
  content.assurances.forEach((item, n) =>
    need(item.text === '', `assurances.${n}.text`, 'Write the assurance, or remove it.'),
  );
  content.neverSay.forEach((item, n) =>
    need(item.phrase === '', `neverSay.${n}.phrase`, 'Write the phrase, or remove it.'),
  );
  content.qa.forEach((item, n) => {
    need(item.question === '', `qa.${n}.question`, 'Write the question, or remove it.');
    need(item.answer === '', `qa.${n}.answer`, 'Write the answer, or remove the question.');
  });
  content.intake.forEach((item, n) => {
    need(item.label === '', `intake.${n}.label`, 'Name the field, or remove it.');
    need(
      item.kind === 'choice' && item.choices.length < 2,
      `intake.${n}.choices`,
      'Offer at least two choices.',
    );
  });
  content.escalateWhen.forEach((item, n) =>
    need(item.text === '', `escalateWhen.${n}.text`, 'Write the rule, or remove it.'),
  );
  for (const { field, gap } of templateGaps(content)) {
    need(true, field, `Replace “${gap}” with your own words.`);
  }
  const { startsAt, endsAt } = content;
  const isBackwards = startsAt !== null && endsAt !== null && startsAt >= endsAt;
  need(isBackwards, 'endsAt', 'The end must come after the start.');
  return problems;
}
