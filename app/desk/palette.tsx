'use client';

import { Search } from 'lucide-react';
import { useState, type RefObject } from 'react';
import type { LiveBriefing } from '@/domain/briefings/model';
import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { PaletteDialog } from '@/ui/palette-dialog';
import { Picker, type PickerGroup } from '@/ui/picker';
import { BriefingSheet } from './briefing-sheet';
import { versionNow } from './briefing-selectors';
import { ClientSheet } from './client-sheet';
import { ComplaintDialog } from './complaint-dialog';
import { useDesk, useDeskNow } from './desk-context';
import { ownOpenCalls } from './desk-selectors';
import { KeyFor } from './key-for';
import {
  actionItems,
  clientItems,
  deskItems,
  hitItems,
  paletteGroups,
  placeItems,
  type PaletteDoors,
  type PaletteItem,
} from './palette-items';
import { recentChoices, rememberChoice } from './palette-recents';
import { useCallBriefing, type CallReading } from './use-call-briefing';
import { useClientNames, type ClientName } from './use-client-names';
import type { Overlay } from './use-overlay';
import { usePaletteSearch } from './use-palette-search';

type Opened =
  | { kind: 'client'; client: ClientName }
  | { kind: 'briefing'; briefing: LiveBriefing }
  | { kind: 'complaint' };

type BodyProps = {
  input: RefObject<HTMLInputElement | null>;
  /** Of the open call: what can be marked as told. */
  reading: CallReading | null;
  onChoose: (item: PaletteItem) => void;
  onOpen: (opened: Opened) => void;
};

const statusWords = {
  idle: 'Enter takes the first row; the arrows move. What is not on this desk is searched too.',
  searching: 'Searching all calls',
  offline: 'Search needs the connection; what is on this desk is found all the same.',
};

function PaletteBody({ input, reading, onChoose, onOpen }: BodyProps) {
  const { state, actions, open, place } = useDesk();
  const now = useDeskNow(10_000);
  const [query, setQuery] = useState('');
  // As it was when the palette opened: a call that rings meanwhile must not move the rows under Enter.
  const [then] = useState(() => ({
    state,
    now,
    offered: actions.offered(),
    recents: recentChoices(state.me),
  }));
  const search = usePaletteSearch(query);
  const clients = useClientNames(query);
  const doors: PaletteDoors = {
    open,
    showBriefing: (briefing) => onOpen({ kind: 'briefing', briefing }),
    showClient: (client) => onOpen({ kind: 'client', client }),
    enterComplaint: () => onOpen({ kind: 'complaint' }),
  };
  const items = [
    ...actionItems(then.offered, (action) => actions.run(action)),
    ...placeItems(place, doors),
    ...deskItems(then.state, then.now, doors, reading),
    ...clientItems(clients, doors),
  ];
  const known = new Set(items.map(({ id }) => id));
  const hits = hitItems(search.hits, (id) => versionNow(state, id, now), doors);
  const found: PickerGroup<PaletteItem> = {
    value: 'Found in all calls',
    items: hits.filter(({ id }) => !known.has(id)).slice(0, 8),
  };
  const groups = [...paletteGroups(items, query, then.recents), found];
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);
  const doneWords = count === 1 ? '1 row' : `${count} rows`;
  return (
    <Picker
      label="What do you want to do?"
      isLabelHidden
      input={input}
      query={query}
      onQuery={setQuery}
      groups={groups}
      onChoose={onChoose}
      height="h-[min(27rem,56dvh)]"
      emptyWords={
        search.state === 'searching'
          ? 'Nothing on this desk; searching all calls.'
          : `Nothing found for “${query.trim()}”.`
      }
      status={
        search.state === 'done'
          ? doneWords
          : search.state === 'failed'
            ? `All calls could not be searched. ${search.words}`
            : statusWords[search.state]
      }
    />
  );
}

function PaletteOfCall({ call, ...rest }: { call: CallCard } & Omit<BodyProps, 'reading'>) {
  return <PaletteBody {...rest} reading={useCallBriefing(call)} />;
}

/** Ctrl/⌘+K: actions, clients, briefings, statements, callers and calls, in one field. */
export function Palette({ overlay }: { overlay: Overlay }) {
  const { state, place } = useDesk();
  const now = useDeskNow(10_000);
  const [opened, setOpened] = useState<Opened | null>(null);
  const own = ownOpenCalls(state);
  const call = own.find(({ id }) => place?.id === id) ?? own[0];
  const close = () => setOpened(null);
  const body = {
    onChoose: (item: PaletteItem) => {
      rememberChoice(state.me, item.id);
      overlay.closeThen(item.run);
    },
    onOpen: setOpened,
  };
  // What is open follows its briefing to the next version, and closes when that is in force no more.
  const briefing = opened?.kind === 'briefing' ? versionNow(state, opened.briefing.briefingId, now) : null;
  return (
    <>
      <PaletteDialog
        title="Command palette"
        isOpen={overlay.shown === 'palette'}
        onOpenChange={(isOpen) => {
          if (!isOpen) overlay.close();
        }}
        onClosed={overlay.onClosed}
      >
        {(input) =>
          call ? (
            <PaletteOfCall key={call.id} call={call} input={input} {...body} />
          ) : (
            <PaletteBody reading={null} input={input} {...body} />
          )
        }
      </PaletteDialog>
      <ClientSheet
        client={opened?.kind === 'client' ? opened.client : null}
        onClose={close}
        onBriefing={(next) => setOpened({ kind: 'briefing', briefing: next })}
      />
      <BriefingSheet briefing={briefing} onClose={close} />
      <ComplaintDialog isOpen={opened?.kind === 'complaint'} onOpenChange={close} />
    </>
  );
}

/** The way in for a pointer, which also shows the keys. */
export function PaletteButton({ overlay }: { overlay: Overlay }) {
  return (
    <Button
      variant="quiet"
      icon={<Search aria-hidden className="size-4" />}
      onClick={() => overlay.toggle('palette')}
    >
      <span className="max-sm:sr-only">Find</span>
      <KeyFor action="palette" />
    </Button>
  );
}
