import type { BriefingContent } from './model';

/** A blank of a template, such as `[what happened]`, and the dotted path of the text that holds it. */
export type TemplateGap = { field: string; gap: string };

const GAP = /\[[^\]\n]{2,80}\]/g;

/** The blanks that the author has not filled in yet, in the order of the blocks. None may be read to a caller. */
export function templateGaps(content: BriefingContent): TemplateGap[] {
  const inOthers = (field: string, also: Partial<Record<string, string>>) =>
    Object.entries(also).map(([language, text = '']) => [`${field}.${language}`, text] as const);
  const texts: (readonly [field: string, text: string])[] = [
    ['headline', content.headline],
    ['opening', content.opening],
    ...inOthers('openingIn', content.openingIn),
    ...content.facts.map(({ text }, n) => [`facts.${n}.text`, text] as const),
    ...content.statements.flatMap(({ text, in: also }, n) => [
      [`statements.${n}.text`, text] as const,
      ...inOthers(`statements.${n}.in`, also),
    ]),
    ...content.assurances.map(({ text }, n) => [`assurances.${n}.text`, text] as const),
    ...content.qa.flatMap(({ answer, in: also }, n) => [
      [`qa.${n}.answer`, answer] as const,
      ...inOthers(`qa.${n}.in`, also),
    ]),
    ['closing', content.closing],
  ];
  return texts.flatMap(([field, text]) => (text.match(GAP) ?? []).map((gap) => ({ field, gap })));
}
