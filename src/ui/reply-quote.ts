/**
 * A line of the timeline that carries what somebody wrote back, taken apart: `By e-mail: On my way.` has the lead
 * `By e-mail:` and the quote `On my way.`, and so has a line with quotation marks. Any other line is a lead alone.
 */
export function replyQuote(words: string): { lead: string; quote: string | null } {
  const match =
    /^([\s\S]*?:)\s*[“"]([\s\S]*)[”"]\s*$/.exec(words) ?? /^(By [^:\n]{1,300}:)\s+([\s\S]+)$/.exec(words);
  return match ? { lead: match[1] ?? '', quote: match[2] ?? '' } : { lead: words, quote: null };
}
