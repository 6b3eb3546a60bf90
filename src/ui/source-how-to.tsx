import type { SourceKind } from '@/domain/sources/model';
import { Address, Example, SigningStep, Step } from './how-to';
import { SecretOnce } from './secret-once';

const example = `{
  "id": "your name for the incident",
  "headline": "Card payments fail at the checkout",
  "severity": "high",
  "status": "investigating",
  "facts": ["Since 14:02 every payment by card is refused."]
}`;

export type SourceHowToProps = { kind: SourceKind; secret: string; url: string };

function Statuspage({ url }: { url: string }) {
  return (
    <>
      <SecretOnce
        label="Webhook address"
        secret={url}
        warning="It holds the secret and is shown only now. Whoever knows it can begin drafts for this company."
      />
      <Step title="Where to enter it">
        <p>
          On the public status page: Subscribe to updates, then the tab for webhooks. Paste the address, and
          an e-mail address to be told when it cannot be reached.
        </p>
      </Step>
      <Step title="What comes of it">
        <p>
          Each new incident begins a draft, with its impact as the severity and every update as a fact. Later
          updates go into the same draft until one of you takes it over.
        </p>
      </Step>
    </>
  );
}

function Generic({ secret, url }: { secret: string; url: string }) {
  return (
    <>
      <SecretOnce
        label="Signing secret"
        secret={secret}
        warning="It is shown only now. Keep it like a password."
      />
      <Step title="Where to send">
        <Address>{url}</Address>
        <p className="text-ink-soft">A POST whenever something about the incident changes.</p>
      </Step>
      <Step title="What to send">
        <Example>{example}</Example>
        <p className="text-ink-soft">
          <code>id</code> and <code>headline</code> are needed; any other block of a briefing may come along.
          The same <code>id</code> again brings the same draft up to date, until one of you takes it over.
        </p>
      </Step>
      <SigningStep />
    </>
  );
}

/** What to enter in the program outside, with the secret that is shown this one time. */
export function SourceHowTo({ kind, secret, url }: SourceHowToProps) {
  return (
    <div className="flex flex-col gap-4">
      {kind === 'statuspage' ? <Statuspage url={url} /> : <Generic secret={secret} url={url} />}
      <p className="font-medium">Nothing that comes in is published by itself.</p>
    </div>
  );
}
