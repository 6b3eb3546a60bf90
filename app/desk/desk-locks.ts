/**
 * Every window of a desk holds a lock of its own while it lives; the browser frees it also when the window crashes. So a
 * free lock means: that window is gone, and somebody else may send what it left.
 */
export type DeskLocks = {
  /** Takes the lock of a window, if nobody has it; null: it is alive, or somebody else cares for what it left. */
  take: (deskId: string) => Promise<{ release: () => void } | null>;
};

/** The locks of this browser. Without them (a page that came without TLS) every window counts as gone: the server takes doubles as one. */
export function browserLocks(): DeskLocks {
  return {
    take: (deskId) =>
      'locks' in navigator
        ? takeLock(`calmline.desk.${deskId}`)
        : Promise.resolve({ release: () => undefined }),
  };
}

function takeLock(name: string): Promise<{ release: () => void } | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(null);
        return new Promise<void>((release) => resolve({ release }));
      })
      .catch(reject);
  });
}
