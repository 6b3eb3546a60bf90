const PREFIX = 'calmline.desk-palette';
const MOST = 8;

/** Ids of what this person chose last, the latest first; nothing where storage is forbidden. */
export function recentChoices(me: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${PREFIX}.${me}`) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberChoice(me: string, id: string): void {
  const ids = [id, ...recentChoices(me).filter((other) => other !== id)].slice(0, MOST);
  try {
    localStorage.setItem(`${PREFIX}.${me}`, JSON.stringify(ids));
  } catch {
    // Storage is full or forbidden: the palette works without what was chosen before.
    return;
  }
}
