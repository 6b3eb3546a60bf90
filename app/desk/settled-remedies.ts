/** The point of the log that a routine remedy leaves. */
export function remedyPoint(remedy: string): string {
  return `Settled on the spot: ${remedy}`;
}

/** Which of the client's routine remedies the log tells of. */
export function settledRemedies(
  points: readonly { readonly text: string }[],
  remedies: readonly string[],
): Set<string> {
  const texts = new Set(points.map(({ text }) => text));
  return new Set(remedies.filter((remedy) => texts.has(remedyPoint(remedy).trim())));
}
