// Words of people stay words, in every chat program: none of them links, pings, formats or breaks a message.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chatFormats } from '../../src/domain/contacts/model';
import { writeChatBody } from '../../workers/channels/chat-formats';
import type { ChatWords } from '../../workers/channels/chat-words';

const link = { words: 'Acknowledge', url: 'https://calm.example/ack/x' };
const wordsOf = (heading: string, ...paragraphs: string[]): ChatWords => ({
  alert: 'URGENT: please acknowledge',
  heading,
  paragraphs,
  link,
});

type Slack = { text: string; blocks: { type: string; text?: { type: string; text: string } }[] };
type Teams = {
  attachments: [{ content: { body: { type: string; inlines: [{ type: string; text: string }] }[] } }];
};
type Google = {
  text: string;
  cardsV2: [{ card: { sections: [{ widgets: { textParagraph?: { text: string } }[] }] } }];
};

const slackTexts = (body: object) =>
  (body as Slack).blocks.flatMap(({ text }) => (text === undefined ? [] : [text]));
const teamsTexts = (body: object) => (body as Teams).attachments[0].content.body;
const googleTexts = (body: object) =>
  (body as Google).cardsV2[0].card.sections[0].widgets.flatMap(
    ({ textParagraph }) => textParagraph?.text ?? [],
  );

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const evil = [
  '<!channel> the office is on fire',
  '<!here|hello> <@U123> <#C123> <!subteam^S1>',
  '<https://evil.example|Acknowledge>',
  '[Acknowledge](https://evil.example) **bold** <at>everyone</at>',
  '<a href="https://evil.example">Acknowledge</a><b>bold</b>',
  '<users/all> *bold* `code`',
  '&lt;!channel&gt; &amp;',
];

it.each(evil)('Slack shows %j as it stands', (summary) => {
  const body = writeChatBody('slack', 'id', wordsOf(`Client ${summary}`, summary));
  expect(JSON.stringify(body)).not.toMatch(/<[!@#h]/);
  const texts = slackTexts(body);
  expect(texts.every(({ type }) => type === 'plain_text')).toBe(true);
  expect(unescaped(texts[1]?.text ?? '')).toBe(summary);
  expect((body as Slack).text).toBe('URGENT: please acknowledge');
});

it.each(evil)('Teams shows %j as it stands', (summary) => {
  const body = writeChatBody('teams', 'id', wordsOf(`Client ${summary}`, summary));
  const texts = teamsTexts(body);
  // A TextBlock would read Markdown; a RichTextBlock reads none. Nobody is mentioned without an entity.
  expect(texts.every(({ type, inlines }) => type === 'RichTextBlock' && inlines[0].type === 'TextRun')).toBe(
    true,
  );
  expect(texts[1]?.inlines[0].text).toBe(summary);
  expect(JSON.stringify(body)).not.toContain('msteams');
});

it.each(evil)('Google Chat shows %j as it stands', (summary) => {
  const body = writeChatBody('google_chat', 'id', wordsOf(`Client ${summary}`, summary));
  const [heading = '', paragraph = ''] = googleTexts(body);
  expect(heading.replace(/^<b>|<\/b>$/g, '')).not.toMatch(/[<>]/);
  expect(paragraph).not.toMatch(/[<>]/);
  expect(unescaped(paragraph)).toBe(summary);
  expect((body as Google).text).toBe('URGENT: please acknowledge');
});

it('whatever is written, the message keeps to what the program takes, and the button to our link', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 8_000 });
  fc.assert(
    fc.property(
      fc.constantFrom(...chatFormats),
      text,
      fc.array(text, { maxLength: 60 }),
      (format, heading, lines) => {
        const body = writeChatBody(format, 'id', wordsOf(`x${heading}`, ...lines));
        expect(JSON.stringify(body)).toContain(JSON.stringify(link.url));
        if (format !== 'slack') return;
        const { blocks } = body as Slack;
        expect(blocks.length).toBeLessThanOrEqual(50);
        for (const { type, text: shown } of blocks) {
          if (shown === undefined) continue;
          expect(shown.text.length).toBeLessThanOrEqual(type === 'header' ? 150 : 3_000);
          expect(shown.text.trim()).not.toBe('');
          expect(shown.text).not.toMatch(/&(?!amp;|lt;|gt;)/);
        }
      },
    ),
    { numRuns: 60 },
  );
});
