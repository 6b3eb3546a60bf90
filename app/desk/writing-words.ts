import type { CallDesk } from '@/domain/calls/model';

type Here = { me: string; deskId: string };

/**
 * Who else has the call open, in words, those who write first; '' where nobody has. Several windows of one person count
 * once.
 */
export function writingWords(desks: readonly CallDesk[], { me, deskId }: Here): string {
  const others = desks.filter((desk) => desk.deskId !== deskId);
  const writers = others.filter(({ isWriting }) => isWriting);
  const readers = others.filter(
    ({ membershipId, isWriting }) =>
      !isWriting && !writers.some((writer) => writer.membershipId === membershipId),
  );
  const once = new Map(readers.map((desk) => [desk.membershipId, desk]));
  const own = ({ membershipId }: CallDesk) => membershipId === me;
  return [
    ...writers.map((desk) =>
      own(desk) ? 'You are writing here in another window.' : `${desk.name} is writing here.`,
    ),
    ...[...once.values()].map((desk) =>
      own(desk) ? 'You have this call open in another window too.' : `${desk.name} has this call open too.`,
    ),
  ].join(' ');
}
