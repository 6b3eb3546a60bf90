import type { ChatFormat } from '@/domain/contacts/model';
import type { ChatWords } from './chat-words';

/** Slack takes 150 characters in a header and 3,000 in a section, 50 blocks in all. */
const HEADER = 150;
const SECTION = 3_000;
const MOST_PARAGRAPHS = 40;

/** The body that a chat program's incoming webhook takes. Words of people stay words: none of them links, pings or formats. */
export function writeChatBody(format: ChatFormat, id: string, words: ChatWords): object {
  const paragraphs = words.paragraphs.filter((text) => text.trim() !== '').slice(0, MOST_PARAGRAPHS);
  const whole = { ...words, paragraphs };
  if (format === 'teams') return teamsBody(whole);
  return format === 'google_chat' ? googleBody(id, whole) : slackBody(whole);
}

/**
 * Block Kit. `plain_text` knows no markup and no mentions; its three control characters are escaped all the same, as
 * Slack asks for every text (docs.slack.dev/messaging/formatting-message-text).
 */
function slackBody({ alert, heading, paragraphs, link }: ChatWords): object {
  const plain = (text: string, most: number) => ({
    type: 'plain_text',
    text: fitting(text, most, escaped),
    emoji: false,
  });
  return {
    text: escaped(alert),
    blocks: [
      { type: 'header', text: plain(heading, HEADER) },
      ...paragraphs.map((text) => ({ type: 'section', text: plain(text, SECTION) })),
      ...(link === null
        ? []
        : [
            {
              type: 'actions',
              elements: [
                {
                  type: 'button',
                  action_id: 'open',
                  style: 'primary',
                  text: plain(link.words, 75),
                  url: link.url,
                },
              ],
            },
          ]),
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}

/**
 * An Adaptive Card in a message, which both the Workflows and the older connectors of Teams take. A RichTextBlock knows no
 * Markdown, unlike a TextBlock; nobody is mentioned without an entity that names them, and there is none.
 */
function teamsBody({ alert, heading, paragraphs, link }: ChatWords): object {
  const text = (words: string, style: object = {}) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: words, ...style }],
  });
  return {
    type: 'message',
    summary: alert,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          fallbackText: alert,
          body: [text(heading, { weight: 'Bolder', size: 'Large' }), ...paragraphs.map((one) => text(one))],
          actions: link === null ? [] : [{ type: 'Action.OpenUrl', title: link.words, url: link.url }],
        },
      },
    ],
  };
}

/** A card. Its paragraphs read some HTML; `text` has mentions and links that nothing escapes, so only our words go there. */
function googleBody(id: string, { alert, heading, paragraphs, link }: ChatWords): object {
  const paragraph = (text: string) => ({ textParagraph: { text } });
  const html = (text: string) => escaped(text).replaceAll('\n', '<br>');
  const button = link && {
    buttonList: { buttons: [{ text: link.words, onClick: { openLink: { url: link.url } } }] },
  };
  return {
    text: alert,
    cardsV2: [
      {
        cardId: id,
        card: {
          sections: [
            {
              widgets: [
                paragraph(`<b>${html(heading)}</b>`),
                ...paragraphs.map((text) => paragraph(html(text))),
                ...(button === null ? [] : [button]),
              ],
            },
          ],
        },
      },
    ],
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** As much of a text as fits once it is escaped; never half an escape, and never half a character. */
function fitting(text: string, most: number, escape: (text: string) => string): string {
  if (escape(text).length <= most) return escape(text);
  let fits = '';
  for (const character of text) {
    const next = fits + escape(character);
    if (next.length > most - 1) break;
    fits = next;
  }
  return `${fits}…`;
}
