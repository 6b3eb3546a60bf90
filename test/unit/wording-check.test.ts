import { describe, expect, it } from 'vitest';
import { englishPatterns } from '../../src/domain/wording/english-patterns';
import {
  wordingKindWords,
  type WordingFinding,
  type WordingKind,
  type WordingRules,
} from '../../src/domain/wording/model';
import { outgoingProblems } from '../../src/domain/wording/outgoing-check';
import { wordingCheck } from '../../src/domain/wording/wording-check';

const rulesOf = (phrases: readonly string[], changes: Partial<WordingRules> = {}): WordingRules => ({
  neverSay: phrases.map((phrase, n) => ({ id: `phrase-${n}`, phrase, sayInstead: `instead ${n}` })),
  promiseRule: 'will_try',
  language: 'en',
  ...changes,
});

const found = (text: string, rules: WordingRules, kind: WordingKind) =>
  wordingCheck(text, rules)
    .filter((finding) => finding.kind === kind)
    .map((finding: WordingFinding) => finding.text);

const neverSaid: [phrase: string, text: string, found: string[]][] = [
  ['data breach', 'There was a Data Breach on Monday.', ['Data Breach']],
  ['data breach', 'two data breaches, one DATA-BREACH', ['data breaches', 'DATA-BREACH']],
  ['data breach', 'the databreach, and the da ta  BREACH!', ['databreach', 'da ta  BREACH']],
  ['data breach', 'several databreaches', ['databreaches']],
  [
    'data breach',
    'data\nbreach, data\u00a0breach, data\u00adbreach',
    ['data\nbreach', 'data\u00a0breach', 'data\u00adbreach'],
  ],
  ['data breach', 'da\u200bta\u200b br\u2060ea\ufeffch', ['da\u200bta\u200b br\u2060ea\ufeffch']],
  ['data breach', 'ｄａｔａ ｂｒｅａｃｈ, 𝐝𝐚𝐭𝐚 𝐛𝐫𝐞𝐚𝐜𝐡', ['ｄａｔａ ｂｒｅａｃｈ', '𝐝𝐚𝐭𝐚 𝐛𝐫𝐞𝐚𝐜𝐡']],
  ['data breach', 'our data was breached', ['data was breached']],
  ['cyber attack', 'a cyberattack, two cyber-attacks', ['cyberattack', 'cyber-attacks']],
  ['we lost your data', 'We are losing your data!', ['We are losing your data']],
  ['we lost your data', "we've really lost your data", ["we've really lost your data"]],
  ['we have lost your data', 'we lost your data', ['we lost your data']],
  ['guarantee', 'It was guaranteed; he guarantees it.', ['guaranteed', 'guarantees']],
  ['we paid them', 'we are paying them', ['we are paying them']],
  ['stolen', 'somebody stole it, steals it', ['stole', 'steals']],
  [
    "we can't pay",
    'We cannot pay. We can’t pay. we cant pay',
    ['We cannot pay', 'We can’t pay', 'we cant pay'],
  ],
  ['we cannot pay', 'we can not pay, we can`t pay', ['we can not pay', 'we can`t pay']],
  ["it's our fault", 'it is our fault, it’s our fault', ['it is our fault', 'it’s our fault']],
  ['résumé', 'your resume; your RE\u0301SUME\u0301', ['resume', 'RE\u0301SUME\u0301']],
  ['the file', 'the ﬁle', ['the ﬁle']],
];

const notSaid: [why: string, phrase: string, text: string][] = [
  ['the words mean the opposite', 'we lost your data', 'we have not lost your data, we never lost your data'],
  ['it is inside a longer word', 'ass', 'the assistant passes the assignment'],
  ['another word stands between', 'data breach', 'the data centre had a breach'],
  ['a part is missing', 'we lost your data', 'we lost your'],
  ['letters of a short phrase meet by chance', 'so on', 'You will hear from us soon.'],
  ['the phrase is empty', '', 'anything'],
  ['the phrase is punctuation', ' -- … !', 'any -- thing … !'],
  ['the phrase is an invisible character', '\u200b', 'any\u200bthing'],
];

describe('a phrase that is never to be said', () => {
  it.each(neverSaid)('"%s" is found in: %j', (phrase, text, slices) => {
    expect(found(text, rulesOf([phrase]), 'never_say')).toEqual(slices);
  });

  it.each(notSaid)('is not found where %s', (_, phrase, text) => {
    expect(found(text, rulesOf([phrase]), 'never_say')).toEqual([]);
  });

  it('comes with the words of its author, and with its id', () => {
    expect(wordingCheck('A data breach.', rulesOf(['breached contract', 'data breach']))).toEqual([
      {
        kind: 'never_say',
        start: 2,
        end: 13,
        text: 'data breach',
        sayInstead: 'instead 1',
        phraseId: 'phrase-1',
      },
    ]);
  });

  it('is told once, as the longest of those that overlap', () => {
    const rules = rulesOf(['breach', 'data breach', 'DATA breaches']);
    expect(wordingCheck('no data breach', rules).map(({ phraseId }) => phraseId)).toEqual(['phrase-1']);
  });

  it.each(['de-DE', 'ja', 'xx', ''])('is found in the language "%s", which has no library', (language) => {
    const rules = rulesOf(['Datenleck', "fuite d'eau", '情報漏えい'], { language });
    const text = 'DATEN\u00adLECK, fuite d’eau, これは情報漏えいです. I can’t do that, I guarantee.';
    expect(wordingCheck(text, rules).map((finding) => finding.text)).toEqual([
      'DATEN\u00adLECK',
      'fuite d’eau',
      '情報漏えい',
    ]);
  });
});

const flagged: [kind: WordingKind, text: string, slice: string][] = [
  ['bare_refusal', "I can't do that.", "I can't do that"],
  ['bare_refusal', 'I’m sorry, we really cannot do this for you.', 'we really cannot do this'],
  ['bare_refusal', "I'm sorry, I can't help.", "I can't help"],
  ['bare_refusal', "That's not possible.", "That's not possible"],
  ['bare_refusal', "It isn't possible", "It isn't possible"],
  ['bare_refusal', 'there is nothing I can do', 'there is nothing I can do'],
  ['bare_refusal', "There isn't anything else we can do.", "There isn't anything else we can do"],
  ['bare_refusal', "We don't do that.", "We don't do that"],
  ['bare_refusal', "It's against our policy.", "It's against our policy"],
  ['bare_refusal', "We're not allowed to tell you that.", "We're not allowed to"],
  ['bare_refusal', "We won't be able to find it.", "We won't be able to"],
  ['bare_refusal', 'Our policy does not allow refunds.', 'Our policy does not'],
  ['bare_refusal', "That's not my department.", 'not my department'],
  ['bare_refusal', 'I don’t have the authority to decide it.', 'I don’t have the authority'],
  ['bare_refusal', 'I have no idea.', 'I have no idea'],
  ['bare_refusal', 'My hands are tied.', 'My hands are tied'],
  ['bare_refusal', 'The system won’t let me.', 'The system won’t'],
  ['blame', 'You should have called us earlier.', 'You should have called'],
  ['blame', "You should've been more careful", "You should've been more careful"],
  ['blame', "You'll have to call the bank.", "You'll have to call"],
  ['blame', 'You must understand that.', 'You must understand'],
  ['blame', 'Nobody here would have said that.', 'Nobody here would have said'],
  ['blame', 'No one here would say that', 'No one here would say'],
  ['blame', 'We never told you that', 'We never told you'],
  ['blame', "that's not our fault", 'not our fault'],
  ['blame', 'That is your own mistake.', 'That is your own mistake'],
  ['blame', 'As I already told you, it is late.', 'As I already told you'],
  ['blame', 'I have told you that twice.', 'I have told you that twice'],
  ['blame', 'Please calm down, sir.', 'calm down'],
  ['blame', 'You need to calm down', 'You need to calm down'],
  ['blame', "You're not listening.", "You're not listening"],
  ['blame', 'Nobody else has complained.', 'Nobody else has complained'],
  ['blame', 'Why didn’t you call?', 'Why didn’t you'],
  ['outright_promise', 'I guarantee it.', 'I guarantee'],
  ['outright_promise', "We'll definitely fix it.", "We'll definitely fix"],
  ['outright_promise', 'We are going to refund you.', 'We are going to refund'],
  ['outright_promise', 'The bank will reverse it.', 'bank will reverse'],
  ['outright_promise', 'The money will be in your account.', 'money will be in your account'],
  ['outright_promise', 'It will be fixed today.', 'It will be fixed'],
  ['outright_promise', 'Your payslip will be corrected.', 'Your payslip will be corrected'],
  ['outright_promise', 'The October payroll will be corrected.', 'The October payroll will be corrected'],
  ['outright_promise', "It'll be ready by five.", "It'll be ready"],
  ['outright_promise', 'Definitely!', 'Definitely'],
  ['outright_promise', 'I promise you.', 'I promise'],
  ['outright_promise', 'You have my word.', 'You have my word'],
  ['outright_promise', 'You will get your money back.', 'You will get your money back'],
  ['outright_promise', 'This won’t happen again.', 'won’t happen again'],
  ['outright_promise', "We'll get it sorted.", "We'll get it sorted"],
];

const fine: [why: string, text: string][] = [
  ['it thanks', "I can't thank you enough."],
  ['it thanks in another way', 'We cannot do this without you.'],
  ['it feels with the caller', 'I cannot tell you how sorry I am.'],
  ['the no comes with what can be done', "I can't do that, but what I can do is ask Mr Kim to call you."],
  ['what can be done follows', 'That is not possible today. I will ask Mr Kim, who decides it.'],
  ['what can be done comes first', 'Let me ask Mr Kim, because I can’t do that from here.'],
  ['it tells what the caller should have by now', 'You should have received a letter.'],
  ['it tells a time', 'You should have it by Friday.'],
  ['it takes a burden away', "You won't have to call again, and you don't have to wait."],
  ['it is a condition', 'If you need to call us again, use this number.'],
  ['it is a note about the caller', 'Caller was upset, calmed down, wants a refund.'],
  ['it refers to a letter', 'As we wrote on Monday, salaries are safe.'],
  ['it tries', 'We will try to fix it today.'],
  ['it is open when', 'We do not know yet when it will be fixed.'],
  ['it is no promise at all', "I can't promise that it will be fixed today."],
  ['it denies', 'Definitely not.'],
  ['it tells of an old promise', 'He promised a letter on Monday.'],
  ['it names what can be promised', 'What I can promise is a call back by 17:00.'],
  ['it is a call back with a time', 'Dana Kim will call you back by 17:00 today.'],
  ['two sentences only touch', 'Is it something we can not. Do that first.'],
];

describe('English wording', () => {
  it.each(flagged)('%s: %s', (kind, text, slice) => {
    expect(found(text, rulesOf([]), kind)).toEqual([slice]);
  });

  it.each(fine)('is left alone where %s', (_, text) => {
    expect(wordingCheck(text, rulesOf([]))).toEqual([]);
  });

  it('may promise outright where the briefing says "we will"', () => {
    const promises = flagged.filter(([kind]) => kind === 'outright_promise');
    for (const [, text] of promises) {
      expect(wordingCheck(text, rulesOf([], { promiseRule: 'will_fix' }))).toEqual([]);
    }
  });

  it('offers to try where that is permitted, and nothing of the kind where it is not', () => {
    const insteadUnder = (promiseRule: WordingRules['promiseRule']) =>
      wordingCheck('We will fix it.', rulesOf([], { promiseRule })).map(({ sayInstead }) => sayInstead);
    expect(insteadUnder('will_try')).toEqual([expect.stringContaining('We will try')]);
    expect(insteadUnder('none')).toEqual([expect.not.stringContaining('will')]);
  });

  it('recommends nothing that it would flag itself', () => {
    const { patterns, withoutPromise } = englishPatterns();
    const advice = new Set([withoutPromise, ...patterns.map(({ sayInstead }) => sayInstead)]);
    for (const sentence of advice) {
      expect(sentence).toMatch(/^[A-Z].+\.$/);
      expect(wordingCheck(sentence, rulesOf([], { promiseRule: 'none' }))).toEqual([]);
    }
  });

  it('is told in the order of the text, and in words for each kind', () => {
    const text = 'Calm down. We will fix the data breach. We don’t do that.';
    const kinds = wordingCheck(text, rulesOf(['data breach'])).map(({ kind }) => kind);
    expect(kinds).toEqual(['blame', 'outright_promise', 'never_say', 'bare_refusal']);
    for (const kind of kinds) expect(wordingKindWords[kind]).toMatch(/^[A-Z].+/);
  });

  it('looks at a text of 200 KB to its end', () => {
    const phrases = Array.from({ length: 60 }, (_, n) => `we have lost your number ${n} payslips`);
    const texts = [
      'We can’t do that, and your payslips weren’t right. ',
      'we ',
      "a'",
      '. ',
      'a\u0301',
      '\u200b',
      '漏',
    ];
    for (const text of texts) {
      const end = 'We have lost your number 7 payslips';
      const findings = wordingCheck(`${text.repeat(200_000 / text.length)}. ${end}`, rulesOf(phrases));
      expect(findings.at(-1)).toMatchObject({ kind: 'never_say', text: end });
    }
  });
});

describe('a message to a caller', () => {
  it('is held back by a phrase that is never to be said, with what to say instead', () => {
    const rules = rulesOf(['data breach', 'hacked']);
    expect(outgoingProblems('A DATA\n  breach.', rules, 'message')).toEqual([
      {
        field: 'message',
        words: 'The briefing says never to say “DATA breach”. Say instead: “instead 0”.',
      },
    ]);
    const silent = { ...rules, neverSay: [{ id: 'a', phrase: 'hacked', sayInstead: ' ' }] };
    expect(outgoingProblems('We were hacked.', silent)).toEqual([
      { field: '', words: 'The briefing says never to say “hacked”. Use other words.' },
    ]);
  });

  it('goes out with everything else', () => {
    expect(outgoingProblems('I can’t do that. Calm down. I guarantee it.', rulesOf(['hacked']))).toEqual([]);
  });
});
