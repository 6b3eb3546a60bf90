import { Phone as PhoneIcon } from 'lucide-react';
import { buttonClasses } from '@/ui/button';

export function CallTheOperator({ number }: { number: string | null }) {
  if (number === null || number === '') return null;
  return (
    <a href={`tel:${number}`} className={buttonClasses('secondary', 'phone')}>
      <PhoneIcon aria-hidden className="size-5" />
      Call the operator
    </a>
  );
}
