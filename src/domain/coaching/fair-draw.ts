export type Drawable = { callId: string; clientId: string | null; operatorId: string };

export type DrawRule = {
  /** How many calls of each operator are looked at, those of earlier draws included. */
  perOperator: number;
  /** How many calls are drawn at once at most. */
  most: number;
  /** How many calls of the same time were drawn before, by operator. */
  drawn: ReadonlyMap<string, number>;
};

/**
 * Which calls are drawn. Nobody's second call is drawn before everybody who has one has had a first, so nobody is
 * listened to more than others for having had more calls; with too few places, those looked at least come first.
 * @param calls in random order: of each operator, the first ones are drawn
 */
export function fairDraw<Call extends Drawable>(
  calls: readonly Call[],
  { perOperator, most, drawn }: DrawRule,
): Call[] {
  const left = new Map<string, Call[]>();
  for (const call of calls) {
    const own = left.get(call.operatorId);
    if (own === undefined) left.set(call.operatorId, [call]);
    else own.push(call);
  }
  const chosen: Call[] = [];
  for (let place = 0; place < perOperator; place += 1) {
    for (const [operatorId, own] of left) {
      const call = own[place - (drawn.get(operatorId) ?? 0)];
      if (call === undefined) continue;
      if (chosen.length === most) return chosen;
      chosen.push(call);
    }
  }
  return chosen;
}
