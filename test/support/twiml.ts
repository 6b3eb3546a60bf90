const allowed = {
  Say: ['voice', 'language', 'loop'],
  Pause: ['length'],
  Gather: ['input', 'numDigits', 'timeout', 'action', 'method', 'finishOnKey', 'language'],
  Redirect: ['method'],
  Hangup: [],
  Message: [],
} satisfies Record<string, string[]>;

type VerbName = keyof typeof allowed;

export type Verb = { name: VerbName; attributes: Record<string, string>; text: string; inside: Verb[] };

/** Twilio says at most so many characters in one go. */
const MOST_SAID = 4_096;

/** The verbs of a TwiML document. @throws for everything that Twilio would refuse, or that we never say */
export function readTwiml(document: string): Verb[] {
  const inner = /^<\?xml version="1\.0" encoding="UTF-8"\?><Response(?:\/>|>(.*)<\/Response>)$/s.exec(
    document,
  );
  if (inner === null) throw new Error(`This is no TwiML: ${document}`);
  return readVerbs(inner[1] ?? '');
}

function readVerbs(xml: string): Verb[] {
  const verbs: Verb[] = [];
  let rest = xml;
  while (rest !== '') {
    const open = /^<(\w+)((?:\s+\w+="[^"]*")*)\s*(\/?)>/.exec(rest);
    if (open === null) throw new Error(`No verb begins here: ${rest}`);
    const [tag, name = '', attributes = '', isEmpty] = open;
    if (!isVerb(name)) throw new Error(`There is no verb ${name}.`);
    rest = rest.slice(tag.length);
    let content = '';
    if (isEmpty === '') {
      const end = rest.indexOf(`</${name}>`);
      if (end === -1) throw new Error(`${name} does not end.`);
      content = rest.slice(0, end);
      rest = rest.slice(end + name.length + 3);
    }
    verbs.push(toVerb(name, attributes, content));
  }
  return verbs;
}

function toVerb(name: VerbName, attributes: string, content: string): Verb {
  const given = [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
    key,
    plain(value),
  ]);
  const unknown = given.find(([key = '']) => !(allowed[name] as string[]).includes(key));
  if (unknown !== undefined) throw new Error(`${name} has no ${unknown[0]}.`);
  const inside = name === 'Gather' ? readVerbs(content) : [];
  const text = name === 'Gather' ? '' : plain(content);
  if (name === 'Say' && (text === '' || text.length > MOST_SAID))
    throw new Error(`Nobody says ${text.length} characters.`);
  return { name, attributes: Object.fromEntries(given) as Record<string, string>, text, inside };
}

function isVerb(name: string): name is VerbName {
  return name in allowed;
}

function plain(xml: string): string {
  if (xml.includes('<')) throw new Error(`No text: ${xml}`);
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#x?[\dA-Fa-f]+;/g, ' ')
    .replaceAll('&amp;', '&');
}
