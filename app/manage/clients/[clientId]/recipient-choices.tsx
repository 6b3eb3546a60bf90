import type { Contact } from '@/domain/contacts/model';
import { Choice } from '@/ui/field';

export type RecipientChoicesProps = {
  contacts: readonly Contact[];
  chosen: readonly string[];
  onChange: (contactIds: readonly string[]) => void;
};

const emailOf = ({ methods }: Contact) => methods.find(({ channel }) => channel === 'email')?.address;

/** Who gets the messages by e-mail. Somebody who was removed since stays visible until the rule is saved without them. */
export function RecipientChoices({ contacts, chosen, onChange }: RecipientChoicesProps) {
  const tick = (id: string, isTicked: boolean) =>
    onChange(isTicked ? [...chosen, id] : chosen.filter((one) => one !== id));
  const removed = chosen.filter((id) => !contacts.some((contact) => contact.id === id));
  const hasAddress = contacts.some((contact) => chosen.includes(contact.id) && emailOf(contact));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Who gets them by e-mail</legend>
      {contacts.map((contact) => (
        <Choice
          key={contact.id}
          type="checkbox"
          label={contact.name}
          hint={emailOf(contact) ?? 'No e-mail address yet: add one under Contacts.'}
          checked={chosen.includes(contact.id)}
          onChange={(event) => tick(contact.id, event.target.checked)}
        />
      ))}
      {removed.map((id) => (
        <Choice
          key={id}
          type="checkbox"
          label="Removed contact"
          hint="Gets nothing any more. Take the tick off and save."
          checked
          onChange={() => tick(id, false)}
        />
      ))}
      {hasAddress ? null : (
        <p className="text-ink-soft">
          Nobody gets an e-mail: whatever should go out is held until it is released or read in the portal.
        </p>
      )}
    </fieldset>
  );
}
