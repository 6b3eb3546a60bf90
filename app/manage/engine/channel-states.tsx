import { CircleCheck, CircleOff } from 'lucide-react';

type IsConfigured = { email: boolean; carrier: boolean; inboundMail: boolean; push: boolean };

const channels: { key: keyof IsConfigured; name: string; without: string }[] = [
  {
    key: 'email',
    name: 'E-mail',
    without: 'Not configured (SMTP_URL): e-mails are kept in the log and reach nobody.',
  },
  {
    key: 'carrier',
    name: 'SMS and phone calls',
    without: 'Not configured (TWILIO_…): text messages and calls are kept in the log and reach nobody.',
  },
  {
    key: 'inboundMail',
    name: 'Answers by e-mail',
    without: 'Not configured (INBOUND_MAIL_…): an e-mail can be acknowledged by its link alone.',
  },
  { key: 'push', name: 'Notifications on devices', without: 'Not configured (VAPID_…).' },
];

/** What this installation can carry; the same for every service on it. */
export function ChannelStates({ isConfigured }: { isConfigured: IsConfigured }) {
  return (
    <section aria-labelledby="channels" className="flex flex-col gap-2">
      <h2 id="channels" className="text-base font-semibold">
        Channels
      </h2>
      <ul className="border-t border-line">
        {channels.map(({ key, name, without }) => (
          <li key={key} className="flex gap-3 border-b border-line py-2">
            {isConfigured[key] ? (
              <CircleCheck aria-hidden className="size-5 shrink-0 text-fine" />
            ) : (
              <CircleOff aria-hidden className="size-5 shrink-0 text-high" />
            )}
            <div className="min-w-0">
              <p className="font-medium">{name}</p>
              <p className="text-ink-soft">{isConfigured[key] ? 'Configured' : without}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
