/** How often it is looked whether time has passed unseen, and from how long on it counts as sleep. */
const LOOK_EVERY_MS = 5_000;
const SLEEP_MS = 20_000;

/**
 * Hears when this computer or this page wakes: the lid was opened, a frozen page goes on, a page comes back from the
 * browser's memory. A timer that comes far too late tells of a sleep that no event told of.
 * @returns stops listening
 */
export function onWake(wake: () => void): () => void {
  let lookedAt = Date.now();
  const timer = setInterval(() => {
    const sleptMs = Date.now() - lookedAt - LOOK_EVERY_MS;
    lookedAt = Date.now();
    if (sleptMs > SLEEP_MS) wake();
  }, LOOK_EVERY_MS);
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) wake();
  };
  document.addEventListener('resume', wake);
  window.addEventListener('pageshow', shown);
  return () => {
    clearInterval(timer);
    document.removeEventListener('resume', wake);
    window.removeEventListener('pageshow', shown);
  };
}
