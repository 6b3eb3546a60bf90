import type { LiveBriefing } from '@/domain/briefings/model';
import type { CallCard, SearchHit } from '@/domain/calls/model';
import type { PickerGroup, PickerItem } from '@/ui/picker';
import { phoneWords } from '@/ui/phone';
import { Time } from '@/ui/time';
import { liveBriefings } from './briefing-selectors';
import { callName } from './call-words';
import { openCallbacks, ownOpenCalls, waitingCalls } from './desk-selectors';
import type { DeskPlace, DeskState } from './desk-state';
import { KeyFor, TellKeys } from './key-for';
import { actionGroups, actionWords, tellActions, type KeyAction } from './keymap';
import { bestMatches } from './palette-match';
import { spokenBriefing } from './spoken-briefing';
import type { CallReading } from './use-call-briefing';
import type { ClientName } from './use-client-names';

type PaletteKind = 'Actions' | 'Statements' | 'Live briefings' | 'Calls' | 'Callbacks' | 'Clients';
export type PaletteItem = PickerItem & { kind: PaletteKind; search: string; run: () => void };

export type PaletteDoors = {
  open: (place: DeskPlace | null) => void;
  showBriefing: (briefing: LiveBriefing) => void;
  showClient: (client: ClientName) => void;
  enterComplaint: () => void;
};

const item = (kind: PaletteKind, one: Omit<PaletteItem, 'kind' | 'search'>): PaletteItem => ({
  ...one,
  kind,
  search: `${one.words} ${one.detail ?? ''}`,
});

/** What the keys can do right now, with the keys; statements stand on their own, by their words. */
export function actionItems(
  offered: ReadonlySet<KeyAction>,
  run: (action: KeyAction) => void,
): PaletteItem[] {
  const left = new Set<KeyAction>(['palette', ...tellActions]);
  return actionGroups
    .flatMap(({ actions }) => actions)
    .filter((action) => offered.has(action) && !left.has(action))
    .map((action) =>
      item('Actions', {
        id: `action:${action}`,
        words: actionWords[action],
        aside: <KeyFor action={action} />,
        run: () => run(action),
      }),
    );
}

/** Ways that have no key. */
export function placeItems(
  place: DeskPlace | null,
  { open, enterComplaint }: Pick<PaletteDoors, 'open' | 'enterComplaint'>,
): PaletteItem[] {
  const back = { id: 'place:desk', words: 'Back to the desk', run: () => open(null) };
  const complaint = { id: 'place:complaint', words: 'Enter an e-mailed complaint', run: enterComplaint };
  return [...(place === null ? [] : [back]), complaint].map((one) => item('Actions', one));
}

/** The statements of the open call, to mark as told; what was taken back is not among them. */
function tellItems(reading: CallReading): PaletteItem[] {
  const { spoken, shown, told, tell } = reading;
  if (spoken === null || shown === null) return [];
  const struck = new Set(spoken.struck.map(({ statementId }) => statementId));
  return spoken.content.statements
    .filter(({ id }) => !struck.has(id))
    .map(({ id, text }) => {
      const position = shown.content.statements.findIndex((one) => one.id === id);
      return item('Statements', {
        id: `tell:${id}`,
        words: text,
        detail: told.has(id) ? 'Told already' : 'Mark as told',
        aside: <TellKeys number={position + 1} />,
        run: () => tell(id),
      });
    });
}

/** The statements of all live briefings, to read. */
function statementItems(state: DeskState, now: Date, { showBriefing }: PaletteDoors): PaletteItem[] {
  return liveBriefings(state, now).flatMap((briefing) =>
    spokenBriefing(state, briefing, { now }).content.statements.map(({ id, text }) =>
      item('Statements', {
        id: `read:${id}`,
        words: text,
        detail: `Statement of ${briefing.clientName}`,
        run: () => showBriefing(briefing),
      }),
    ),
  );
}

function callItem(call: CallCard, { open }: PaletteDoors): PaletteItem {
  const states = {
    ringing: 'ringing',
    live: 'on call',
    wrap_up: 'wrap-up',
    closed: 'closed',
    abandoned: 'gave up',
  };
  const number = call.callerPhone ?? call.ani;
  return item('Calls', {
    id: `call:${call.id}`,
    words: call.callerName || phoneWords(number) || 'Number withheld',
    detail: `${callName(call)}, ${call.callerName ? `${phoneWords(number)}, ` : ''}${states[call.state]}`,
    run: () => open({ kind: 'call', id: call.id }),
  });
}

/** Everything that is on this desk, whether or not there is a connection. `reading`: of the open call. */
export function deskItems(
  state: DeskState,
  now: Date,
  doors: PaletteDoors,
  reading: CallReading | null,
): PaletteItem[] {
  const first = [...ownOpenCalls(state), ...waitingCalls(state)];
  const others = Object.values(state.calls).filter((call) => !first.includes(call));
  return [
    ...liveBriefings(state, now).map((briefing) =>
      item('Live briefings', {
        id: `briefing:${briefing.briefingId}`,
        words: briefing.content.headline,
        detail: briefing.clientName,
        run: () => doors.showBriefing(briefing),
      }),
    ),
    ...[...first, ...others].map((call) => callItem(call, doors)),
    ...openCallbacks(state).map(({ id, callerName, callerPhone, clientName }) =>
      item('Callbacks', {
        id: `callback:${id}`,
        words: `Call back ${callerName || phoneWords(callerPhone)}`,
        detail: `${clientName}, ${phoneWords(callerPhone)}`,
        run: () => doors.open({ kind: 'callback', id }),
      }),
    ),
    ...(reading === null ? statementItems(state, now, doors) : tellItems(reading)),
  ];
}

export function clientItems(clients: readonly ClientName[], { showClient }: PaletteDoors): PaletteItem[] {
  return clients.map((client) =>
    item('Clients', {
      id: `client:${client.id}`,
      words: client.name,
      detail: 'Account info',
      run: () => showClient(client),
    }),
  );
}

/** What the server found: calls, and briefings that are in force. */
export function hitItems(
  hits: readonly SearchHit[],
  versionOf: (briefingId: string) => LiveBriefing | null,
  { open, showBriefing }: PaletteDoors,
): PaletteItem[] {
  return hits.flatMap(({ kind, id, clientName, title, excerpt, at }) => {
    const briefing = kind === 'briefing' ? versionOf(id) : null;
    if (kind === 'briefing' && briefing === null) return [];
    return item(briefing ? 'Live briefings' : 'Calls', {
      id: `${kind}:${id}`,
      words: title,
      detail: [clientName ?? 'Unrecognised number', excerpt].filter(Boolean).join(', '),
      aside: (
        <span className="text-[13px] text-ink-soft">
          <Time at={at} show="relative" />
        </span>
      ),
      run: () => (briefing ? showBriefing(briefing) : open({ kind: 'call', id })),
    });
  });
}

const shownFirst: readonly { kind: PaletteKind; limit: number }[] = [
  { kind: 'Actions', limit: 30 },
  { kind: 'Statements', limit: 9 },
  { kind: 'Live briefings', limit: 6 },
  { kind: 'Calls', limit: 6 },
  { kind: 'Callbacks', limit: 4 },
  { kind: 'Clients', limit: 6 },
];

/** Rows for a question, the best first; without one what was chosen lately, then everything by kind. */
export function paletteGroups(
  items: readonly PaletteItem[],
  query: string,
  recents: readonly string[],
): PickerGroup<PaletteItem>[] {
  if (query.trim() === '') {
    const recent = recents.flatMap((id) => items.find((one) => one.id === id) ?? []).slice(0, 4);
    const groups = shownFirst.map(({ kind, limit }) => ({
      value: kind,
      items: items.filter((one) => one.kind === kind && !recent.includes(one)).slice(0, limit),
    }));
    return [{ value: 'Chosen lately', items: recent }, ...groups];
  }
  const boost = ({ id, kind }: PaletteItem) =>
    (recents.includes(id) ? 12 : 0) + (kind === 'Actions' ? 6 : kind === 'Clients' ? 4 : 0);
  const found = bestMatches(items, query, { textOf: ({ search }) => search, boost, limit: 12 });
  return [{ value: 'On this desk', items: found }];
}
