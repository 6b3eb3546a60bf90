'use client';

import { useId, useState } from 'react';
import type { DeskPreferences } from '@/domain/tenancy/model';

/** How loud this desk rings; kept once the hand lets go. */
export function RingVolume({
  preferences,
  onSave,
}: {
  preferences: DeskPreferences;
  onSave: (next: DeskPreferences) => void;
}) {
  const id = useId();
  const [moved, setMoved] = useState<number | null>(null);
  const volume = moved ?? preferences.ringVolume;
  const keep = () => {
    if (moved !== null && moved !== preferences.ringVolume) onSave({ ...preferences, ringVolume: moved });
    setMoved(null);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label htmlFor={id} className="font-medium">
        Loudness of the ring
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step={0.1}
        value={volume}
        aria-valuetext={`${Math.round(volume * 100)} %`}
        onChange={(event) => setMoved(event.target.valueAsNumber)}
        onPointerUp={keep}
        onKeyUp={keep}
        onBlur={keep}
        className="h-6 w-48 accent-accent"
      />
      <span className="w-12 text-ink-soft tabular-nums">{Math.round(volume * 100)} %</span>
    </div>
  );
}
