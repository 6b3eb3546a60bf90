'use client';

import { Menu } from '@base-ui/react/menu';
import { BellRing, Check, ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { breakReasons } from '@/domain/tenancy/model';
import { isRingHeard } from '@/domain/tenancy/heard-ring';
import { syncedNow } from '@/ui/now';
import { presenceLooks } from '@/ui/presence-chip';
import { breakWords, presenceWords } from '@/ui/presence-words';
import { Elapsed } from '@/ui/time';
import { useDesk } from './desk-context';
import { deskStatus } from './queue-selectors';
import { wakeSound } from './ring-sound';
import { RingTest } from './ring-test';
import { SoundWords } from './sound-words';
import { usePresence, type PresenceChoice } from './use-presence';

const row =
  'flex min-h-9 cursor-pointer items-center gap-2 rounded px-3 outline-none data-[highlighted]:bg-accent-soft data-[disabled]:opacity-60';

function ChoiceItem({
  value,
  isDisabled,
  children,
}: {
  value: string;
  isDisabled: boolean;
  children: ReactNode;
}) {
  return (
    <Menu.RadioItem value={value} disabled={isDisabled} className={row}>
      <span className="w-4">
        <Menu.RadioItemIndicator>
          <Check aria-hidden className="size-4" />
        </Menu.RadioItemIndicator>
      </span>
      {children}
    </Menu.RadioItem>
  );
}

/** What this operator is doing, and the way to change it: available, on a break; a test of the ring first. */
export function PresenceControl() {
  const { state } = useDesk();
  const presence = usePresence();
  const [isOpen, setIsOpen] = useState(false);
  /** `available`: the test is the way there. */
  const [test, setTest] = useState<'test' | 'available' | null>(null);
  const status = deskStatus(state);
  const own = state.colleagues[state.me];
  const chosen = own?.state === 'break' ? own.reason : own?.state === 'available' ? 'available' : '';
  const { icon: Icon, ink } = presenceLooks[status.kind];

  const openTest = (why: 'test' | 'available') => {
    // Here, in the press: later the browser would keep still.
    wakeSound();
    setIsOpen(false);
    setTest(why);
  };
  const choose = (value: string) => {
    if (value === 'available' && !isRingHeard(own?.ringTestedAt ?? null, syncedNow()))
      return openTest('available');
    const reason = breakReasons.find((one) => one === value);
    const choice: PresenceChoice = reason ? { state: 'break', reason } : { state: 'available' };
    void presence.set(choice).then((isDone) => {
      if (isDone) setIsOpen(false);
    });
  };

  return (
    <>
      <SoundWords />
      <Menu.Root
        modal={false}
        open={isOpen}
        onOpenChange={(open) => {
          presence.forgetProblem();
          setIsOpen(open);
        }}
      >
        <Menu.Trigger
          className={`inline-flex h-9 items-center gap-1.5 rounded-md px-2 font-medium whitespace-nowrap hover:bg-surface ${ink}`}
        >
          <Icon aria-hidden className="size-4 shrink-0" />
          <span className="sr-only">Your presence: </span>
          <span className="max-sm:max-w-24 max-sm:truncate">{presenceWords(status)}</span>
          {status.since ? (
            <span className="max-sm:hidden">
              <Elapsed since={status.since} />
            </span>
          ) : null}
          <ChevronDown aria-hidden className="size-4 shrink-0" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className="z-50">
            <Menu.Popup className="min-w-60 rounded-md border border-line bg-raised p-1 shadow-lg outline-none">
              <Menu.RadioGroup value={chosen} onValueChange={choose}>
                <ChoiceItem value="available" isDisabled={presence.isBusy}>
                  Available
                </ChoiceItem>
                <Menu.Group>
                  <Menu.GroupLabel className="px-3 pt-2 pb-1 text-[13px] text-ink-soft">
                    Break
                  </Menu.GroupLabel>
                  {breakReasons.map((reason) => (
                    <ChoiceItem key={reason} value={reason} isDisabled={presence.isBusy}>
                      <span className="first-letter:uppercase">{breakWords(reason)}</span>
                    </ChoiceItem>
                  ))}
                </Menu.Group>
              </Menu.RadioGroup>
              <Menu.Separator className="my-1 h-px bg-line" />
              <Menu.Item className={row} closeOnClick={false} onClick={() => openTest('test')}>
                <BellRing aria-hidden className="size-4" />
                Test my ring
              </Menu.Item>
              {presence.problem ? (
                <p role="alert" className="max-w-60 px-3 py-2 font-medium text-critical">
                  {presence.problem}
                </p>
              ) : null}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {test ? <RingTest isForAvailable={test === 'available'} onClose={() => setTest(null)} /> : null}
    </>
  );
}
