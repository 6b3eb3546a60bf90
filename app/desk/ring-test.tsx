'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { useDesk } from './desk-context';
import { askForNotices, showNotice, type NoticePermission } from './ring-notice';
import { startRing, useSoundState, wakeSound, type SoundState } from './ring-sound';
import { usePresence } from './use-presence';

const soundWords: Record<SoundState, string> = {
  unused: 'The ring is about to play.',
  on: 'The ring is playing now: two tones by turns, then a pause.',
  off: 'The browser keeps the sound off until you press a key.',
  none: 'This browser plays no sound. Use a current Chrome, Edge, Firefox or Safari.',
};

const noticeWords: Record<NoticePermission | 'asked', string> = {
  asked: 'The browser asks whether Calmline may show notifications: allow it.',
  default: 'Notifications are not allowed yet. Play it again to be asked.',
  granted:
    'A notification has been shown as well: that is how a call looks while this window is behind others.',
  denied:
    'Notifications are blocked, so a call is only heard while this window is behind others. Allow them beside the address of this page.',
  none: 'This browser shows no notifications: keep this window in sight.',
};

const checks = [
  'Is the sound of this computer on, and loud enough?',
  'Is the right device chosen: the headset you wear, and not a screen or a speaker?',
  'Is this tab muted? Right-click the tab and look for “Unmute site”.',
  'Is the headset plugged in, switched on and charged?',
];

/** Plays the ring and asks whether it was heard. Shown while it is rendered; opened by a press, which is what lets it sound. */
export function RingTest({ isForAvailable, onClose }: { isForAvailable: boolean; onClose: () => void }) {
  const { preferences } = useDesk().state;
  const presence = usePresence();
  const sound = useSoundState();
  const [volume, setVolume] = useState(preferences.ringVolume);
  const [isPlaying, setIsPlaying] = useState(true);
  const [notice, setNotice] = useState<NoticePermission | 'asked'>('asked');

  useEffect(() => {
    if (isPlaying && sound === 'on') return startRing(volume);
  }, [isPlaying, sound, volume]);
  useEffect(() => {
    if (!isPlaying) return;
    let end: (() => void) | undefined;
    let isOver = false;
    const tell = (permission: NoticePermission) => {
      if (isOver) return;
      setNotice(permission);
      end = showNotice('Test of your ring', 'This is how a waiting call looks.', 'ring-test');
    };
    askForNotices().then(tell, () => tell('none'));
    return () => {
      isOver = true;
      end?.();
    };
  }, [isPlaying]);

  const heard = async () => {
    setIsPlaying(false);
    if (!(await presence.confirmRing(volume))) return;
    if (isForAvailable && !(await presence.set({ state: 'available' }))) return;
    onClose();
  };
  const playAgain = () => {
    wakeSound();
    setIsPlaying(true);
  };

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Test my ring"
      description={
        isForAvailable
          ? 'You are available once you have heard it. It counts for 12 hours.'
          : 'It counts for 12 hours.'
      }
      footer={
        <>
          <Button variant="primary" size="call" isBusy={presence.isBusy} onClick={() => void heard()}>
            I heard it
          </Button>
          {isPlaying ? (
            <Button size="call" onClick={() => setIsPlaying(false)}>
              I heard nothing
            </Button>
          ) : (
            <Button size="call" onClick={playAgain}>
              Play it again
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p role="status">{isPlaying ? soundWords[sound] : 'The ring has stopped.'}</p>
        <label className="flex flex-col gap-1">
          <span className="font-medium">Loudness of the ring</span>
          <input
            type="range"
            min={0.1}
            max={1}
            step={0.1}
            value={volume}
            onChange={({ target }) => setVolume(Number(target.value))}
            className="h-9 w-full accent-accent"
          />
        </label>
        <p className="text-ink-soft">{noticeWords[notice]}</p>
        {isPlaying ? null : (
          <div>
            <p className="font-medium">If you heard nothing</p>
            <ol className="mt-1 flex list-decimal flex-col gap-1 pl-5">
              {checks.map((check) => (
                <li key={check}>{check}</li>
              ))}
            </ol>
          </div>
        )}
        {presence.problem ? (
          <p role="alert" className="font-medium text-critical">
            {presence.problem}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
