import { Example, Step } from '@/ui/how-to';

const example = `{
  "type": "escalation.acknowledged",
  "timestamp": "2026-03-29T14:02:00.000Z",
  "data": {
    "escalationId": "…", "clientId": "…", "clientName": "Brightwater Payroll",
    "state": "acknowledged", "urgency": "urgent", "summary": "…",
    "cycle": 1, "step": 1,
    "acknowledgedAt": "…", "acknowledgedByName": "Tom Becker", "resolvedAt": null
  }
}`;

const check = `import { Webhook } from 'standardwebhooks';

const event = new Webhook(secret).verify(rawBody, request.headers);`;

/** What the program has to do with what it is sent. */
export function EndpointHowTo() {
  return (
    <div className="flex flex-col gap-4">
      <Step title="What is sent">
        <Example>{example}</Example>
        <p className="text-ink-soft">
          A POST for each event. Answer with a status from 200 to 299 within ten seconds; anything else is
          tried again later. 410 says that nobody lives here any more.
        </p>
      </Step>
      <Step title="How to know that it is from us">
        <Example>{check}</Example>
        <p className="text-ink-soft">
          Every message is signed by Standard Webhooks: <code>webhook-id</code>,{' '}
          <code>webhook-timestamp</code> and <code>webhook-signature</code>. A message that comes twice has
          the same <code>webhook-id</code>.
        </p>
      </Step>
    </div>
  );
}
