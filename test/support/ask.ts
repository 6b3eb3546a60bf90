export type Answer = {
  status: number;
  headers: Headers;
  text: string;
  /** The text as JSON; undefined where it is none. */
  body: unknown;
};

export type Question = {
  key?: string;
  headers?: Record<string, string>;
  body?: unknown;
  raw?: string | Buffer;
};

/** One request, as a program or a browser would send it. `body` goes as JSON, `raw` as it stands. */
export async function askAt(
  url: string,
  method: string,
  path: string,
  question: Question = {},
): Promise<Answer> {
  const { key, headers = {}, body, raw } = question;
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(content !== undefined && { body: new Uint8Array(Buffer.from(content)) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: jsonOf(text) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
