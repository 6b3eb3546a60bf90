'use client';

import { useSyncExternalStore } from 'react';

/**
 * `unused`: nothing has asked for sound yet. `off`: the browser plays nothing before a key or a press. `none`: this
 * browser makes no sound at all.
 */
export type SoundState = 'unused' | 'off' | 'on' | 'none';

const RING_SECONDS = 3;
const TONE_SECONDS = 0.2;
const FADE_SECONDS = 0.015;
/** Two tones by turns, twice, and a pause: heard through talk, and told from a telephone on another desk. */
const tones = [880, 660, 880, 660];

const listeners = new Set<() => void>();
let context: AudioContext | null | undefined;
let ring: AudioBuffer | undefined;

function tell(): void {
  for (const listener of listeners) listener();
}

function soundContext(): AudioContext | null {
  if (context !== undefined) return context;
  context = typeof AudioContext === 'undefined' ? null : new AudioContext();
  context?.addEventListener('statechange', tell);
  tell();
  return context;
}

function soundState(): SoundState {
  if (context === undefined) return 'unused';
  if (context === null) return 'none';
  return context.state === 'running' ? 'on' : 'off';
}

function ringBuffer(sound: AudioContext): AudioBuffer {
  if (ring) return ring;
  ring = sound.createBuffer(1, RING_SECONDS * sound.sampleRate, sound.sampleRate);
  const samples = ring.getChannelData(0);
  const toneLength = Math.floor(TONE_SECONDS * sound.sampleRate);
  tones.forEach((hertz, position) => {
    for (let step = 0; step < toneLength; step += 1) {
      const second = step / sound.sampleRate;
      const fade = Math.min(1, second / FADE_SECONDS, (TONE_SECONDS - second) / FADE_SECONDS);
      samples[position * toneLength + step] = fade * Math.sin(2 * Math.PI * hertz * second);
    }
  });
  return ring;
}

/** Gets the sound ready; the browser lets it be heard only from a key or a press on. */
export function wakeSound(): void {
  const sound = soundContext();
  if (sound?.state === 'suspended') sound.resume().then(tell, tell);
}

/** Rings until the returned function is called. The loop is the sound's own: a hidden tab rings on. @param volume 0 to 1 */
export function startRing(volume: number): () => void {
  const sound = soundContext();
  if (!sound) return () => undefined;
  const loudness = sound.createGain();
  loudness.gain.value = volume;
  loudness.connect(sound.destination);
  const source = sound.createBufferSource();
  source.buffer = ringBuffer(sound);
  source.loop = true;
  source.connect(loudness);
  source.start();
  return () => {
    source.stop();
    loudness.disconnect();
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useSoundState(): SoundState {
  return useSyncExternalStore(subscribe, soundState, () => 'unused');
}
