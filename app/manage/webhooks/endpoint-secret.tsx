import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { SecretOnce } from '@/ui/secret-once';
import { EndpointHowTo } from './endpoint-how-to';

export type EndpointSecretProps = {
  endpoint: { url: string; secret: string };
  title: string;
  onClose: () => void;
};

/** The secret that signs what an endpoint is sent, this one time, and what to do with it. */
export function EndpointSecret({ endpoint, title, onClose }: EndpointSecretProps) {
  return (
    <Dialog
      isOpen
      isWide
      onOpenChange={onClose}
      title={title}
      footer={
        <Button variant="primary" onClick={onClose}>
          I have kept the secret
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="break-all text-ink-soft">{endpoint.url}</p>
        <SecretOnce
          label="Signing secret"
          secret={endpoint.secret}
          warning="It is shown only now. Keep it like a password."
        />
        <EndpointHowTo />
      </div>
    </Dialog>
  );
}
