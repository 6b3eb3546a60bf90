import { deskDatabase } from './desk-database';
import { SHAPE, type KeptDesk } from './kept-desk';

/** @returns false where this browser keeps nothing: the desk works all the same, but a reload then needs the server */
export async function keepDesk(member: string, kept: KeptDesk): Promise<boolean> {
  try {
    await (await deskDatabase()).put('desks', kept, member);
    return true;
  } catch {
    return false;
  }
}

/** undefined: nothing was kept, or by another release. */
export async function readKeptDesk(member: string): Promise<KeptDesk | undefined> {
  try {
    const kept = await (await deskDatabase()).get('desks', member);
    return kept?.shape === SHAPE ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** @returns false where this browser keeps nothing anyway */
export async function forgetKeptDesks(): Promise<boolean> {
  try {
    await (await deskDatabase()).clear('desks');
    return true;
  } catch {
    return false;
  }
}
