'use client';

import { classNames } from './class-names';
import { DialogFrame, type DialogProps } from './dialog';

/**
 * A panel from the right, the whole screen on a phone. With `isModal={false}` the page beside it stays usable:
 * an operator goes on typing notes while escalating.
 */
export function Sheet(props: DialogProps & { isModal?: boolean; isWide?: boolean }) {
  const { isModal = true, isWide = false, ...rest } = props;
  const frame = classNames(
    'inset-y-0 right-0 w-full sm:border-l',
    isWide ? 'sm:max-w-3xl' : 'sm:max-w-[480px]',
  );
  return <DialogFrame {...rest} isModal={isModal} frame={frame} />;
}
