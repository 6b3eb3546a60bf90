type Scored = { answeredById: string | null; operatorId: string | null; closedAt: Date | null };

/** Why a call cannot be scored by somebody, in words; null: it can. */
export function scoringProblem(call: Scored, scorerId: string): string | null {
  if (call.answeredById !== null && call.answeredById === scorerId) {
    return 'You answered this call yourself: somebody else must score it.';
  }
  if (call.operatorId === null) {
    return 'Nobody of your service answered this call: there is nobody to coach.';
  }
  return call.closedAt === null ? 'This call is not wrapped up yet. Score it when it is.' : null;
}
