import type { BriefingState, Severity } from '../briefings/model';
import type { CallFacts, IncidentCall } from './incident-call';
import { incidentFigures, type IncidentFigures, type StatementWords } from './incident-figures';
import { takenBackLines, type RecallLine, type TakenBack } from './taken-back';
import { stillOpen, type OpenItem } from './still-open';

/** Whose incident it is, and how its briefing stands. */
export type IncidentHead = {
  briefingId: string;
  clientId: string;
  clientName: string;
  /** IANA name; all times of a pack are told on its clock. */
  timeZone: string;
  headline: string;
  severity: Severity;
  briefingState: BriefingState;
  /** The newest version's number. */
  version: number;
  publishedAt: string | null;
  /** When it ended: resolved or withdrawn. */
  resolvedAt: string | null;
};

/** The figures of an incident while it runs. */
export type IncidentBoard = IncidentHead & { asOf: string; figures: IncidentFigures };

/** The hand-back of an incident: every call of it exactly once, and figures that are counted from them. */
export type PackContent = IncidentHead & {
  organizationName: string;
  asOf: string;
  figures: IncidentFigures;
  recalls: RecallLine[];
  open: OpenItem[];
  /** By ring. */
  calls: IncidentCall[];
};

type Snapshot = {
  head: IncidentHead & Pick<PackContent, 'organizationName' | 'asOf'>;
  recalls: readonly TakenBack[];
  statements: readonly StatementWords[];
  calls: readonly CallFacts[];
};

/** A pack from what was read: a call that was read twice stands in it once. */
export function packContent({ head, recalls, statements, calls }: Snapshot): PackContent {
  const asOf = new Date(head.asOf);
  const listed = numberedCalls([...new Map(calls.map((call) => [call.id, call])).values()]);
  return {
    ...head,
    figures: incidentFigures(listed, asOf, statements),
    recalls: takenBackLines(listed, recalls),
    open: stillOpen(listed, asOf),
    calls: listed,
  };
}

/** By ring, and where two rang at once by id; each with its place, and which of its caller's calls it is. */
function numberedCalls(calls: readonly CallFacts[]): IncidentCall[] {
  const inOrder = [...calls].sort(
    (one, other) => Date.parse(one.ringAt) - Date.parse(other.ringAt) || (one.id < other.id ? -1 : 1),
  );
  const all = new Map<string, number>();
  for (const { callerKey } of inOrder)
    if (callerKey !== null) all.set(callerKey, (all.get(callerKey) ?? 0) + 1);
  const soFar = new Map<string, number>();
  return inOrder.map((call, place) => {
    const { callerKey } = call;
    if (callerKey === null) return { ...call, number: place + 1, callOfCaller: 1, callsOfCaller: 1 };
    const callOfCaller = (soFar.get(callerKey) ?? 0) + 1;
    soFar.set(callerKey, callOfCaller);
    return { ...call, number: place + 1, callOfCaller, callsOfCaller: all.get(callerKey) ?? 1 };
  });
}
