import type { Connection } from '@/domain/numbers/model';
import { Address, Example, SigningStep, Step } from '@/ui/how-to';

const example = `{
  "type": "call.ringing",
  "callId": "your id of the call",
  "from": "+4915112345678",
  "to": "+4930123456",
  "at": "2026-03-29T14:02:00Z"
}`;

function Generic({ id }: { id: string }) {
  return (
    <>
      <Step title="Where to send">
        <Address>{`${window.location.origin}/api/hooks/telephony/${id}`}</Address>
        <p className="text-ink-soft">A POST for each event. The switch must be able to reach this address.</p>
      </Step>
      <Step title="What to send">
        <Example>{example}</Example>
        <p className="text-ink-soft">
          <code>type</code> is call.ringing, call.answered, call.ended or call.abandoned.{' '}
          <code>operator</code>, the e-mail address of the operator’s sign-in, goes with call.answered.
          Repeated events and events out of order do no harm.
        </p>
      </Step>
      <SigningStep />
    </>
  );
}

function Twilio({ id }: { id: string }) {
  const base = `${window.location.origin}/api/hooks/twilio/${id}`;
  return (
    <>
      <Step title="A call comes in">
        <Address>{`${base}/voice`}</Address>
        <p className="text-ink-soft">In Twilio’s console, at the phone number: Voice, webhook, HTTP POST.</p>
      </Step>
      <Step title="Call status changes">
        <Address>{`${base}/status`}</Address>
        <p className="text-ink-soft">
          At the same place. Twilio signs both with the auth token of your account; it must use exactly these
          addresses, or the signatures do not fit.
        </p>
      </Step>
    </>
  );
}

/** What to enter in the switch. The addresses are those by which this page was opened. */
export function SwitchHowTo({ connection }: { connection: Connection }) {
  return (
    <div className="flex flex-col gap-4">
      {connection.kind === 'twilio' ? <Twilio id={connection.id} /> : <Generic id={connection.id} />}
    </div>
  );
}
