'use client';

import { useEffect, useEffectEvent, type RefObject } from 'react';

/**
 * Enter counts as a press of the button also in the frame before the button has the focus: two keys in quick
 * succession must not end with the second one in a field behind the sheet. From the first move of the focus on, Enter
 * is what it is everywhere.
 */
export function useEnterBefore(
  isOn: boolean,
  button: RefObject<HTMLButtonElement | null>,
  press: () => void,
): void {
  const pressed = useEffectEvent(press);
  useEffect(() => {
    if (!isOn) return;
    const stop = () => {
      window.removeEventListener('keydown', listener, true);
      window.removeEventListener('focusin', stop);
      window.removeEventListener('pointerdown', stop);
    };
    const listener = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || document.activeElement === button.current) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat) return;
      stop();
      pressed();
    };
    window.addEventListener('keydown', listener, true);
    window.addEventListener('focusin', stop);
    window.addEventListener('pointerdown', stop);
    return stop;
  }, [isOn, button]);
}
