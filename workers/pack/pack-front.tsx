import { Text, View } from '@react-pdf/renderer';
import type { PackContent } from '@/domain/reports/pack-content';
import { openGroups, type OpenGroup } from '@/domain/reports/open-groups';
import { localTime } from '@/kernel/local-time';
import { AcknowledgeChart, CallChart, MoodChart } from './pack-charts';
import { INK, isKeptTogether, RULE, severityColours, styles } from './pack-look';

export type Clock = (at: Date) => string;

const briefingStates = {
  draft: 'Draft',
  published: 'In force',
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
};

/** What comes before the list of calls: whose incident, its figures, what is open, what was told and taken back. */
export function PackFront({
  pack,
  clock,
  notice,
}: {
  pack: PackContent;
  clock: Clock;
  notice: string | null;
}) {
  const [color, backgroundColor] = severityColours[pack.severity] ?? [INK, RULE];
  return (
    <>
      <Text style={styles.client}>
        {pack.clientName}, answered by {pack.organizationName}
      </Text>
      <Text style={styles.headline}>{pack.headline}</Text>
      <Text style={[styles.severity, { color, backgroundColor }]}>{pack.severity.toUpperCase()}</Text>
      {notice === null ? null : <Text style={styles.notice}>{notice}</Text>}
      <View style={{ marginTop: 10 }}>
        {factsOf(pack).map(([name, words]) => (
          <View key={name} style={styles.fact}>
            <Text style={styles.factName}>{name}</Text>
            <Text style={styles.factWords}>{words}</Text>
          </View>
        ))}
      </View>
      <Figures pack={pack} />
      <Open pack={pack} clock={clock} />
      <Text style={styles.title}>How it went</Text>
      <CallChart quarters={pack.figures.quarters} clock={clock} />
      <MoodChart moodIn={pack.figures.moodIn} moodOut={pack.figures.moodOut} />
      <AcknowledgeChart acknowledged={pack.figures.acknowledged} />
      <Told pack={pack} />
      <Recalls pack={pack} clock={clock} />
    </>
  );
}

function factsOf(pack: PackContent): [name: string, words: string][] {
  const time = (instant: string) => localTime(new Date(instant), pack.timeZone);
  const { publishedAt, resolvedAt } = pack;
  const ended: [string, string][] =
    resolvedAt === null ? [] : [[briefingStates[pack.briefingState], time(resolvedAt)]];
  return [
    ['Close-out pack', `as of ${time(pack.asOf)}`],
    ['Briefing', `${briefingStates[pack.briefingState]}, version ${pack.version}`],
    ...(publishedAt === null ? [] : ([['Published', time(publishedAt)]] as [string, string][])),
    ...ended,
    ['Times', `on the clock of ${pack.timeZone.replaceAll('_', ' ')}`],
  ];
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

function figuresOf({ figures }: PackContent): [count: number, words: string][] {
  const { fates, promises, questions, escalations } = figures;
  const given = promises.open + promises.kept + promises.broken + promises.renegotiated + promises.cancelled;
  const asked = questions.open + questions.answered + questions.dismissed;
  const started = Object.values(escalations).reduce((sum, count) => sum + count, 0);
  const repeated = many(figures.repeatCallers, 'rang', 'rang');
  return [
    [
      figures.calls,
      figures.besides === 0 ? 'calls' : `calls, ${figures.besides} of them not under this briefing`,
    ],
    [fates.answered, 'answered'],
    [fates.abandoned, 'gave up before anybody answered'],
    [fates.written + fates.ringing, `in writing (${fates.written}) or still ringing (${fates.ringing})`],
    [figures.callers, `callers; ${repeated} more than once; ${figures.withoutNumber} without a number`],
    [
      given,
      `promises: ${promises.kept} kept (${promises.keptLate} late), ${promises.broken} broken, ${promises.open} open (${promises.overdue} overdue), ${promises.renegotiated} agreed anew, ${promises.cancelled} called off`,
    ],
    [
      asked,
      `questions: ${questions.answered} answered, ${questions.open} open, ${questions.dismissed} set aside`,
    ],
    [
      started,
      `escalations: ${escalations.resolved} settled, ${escalations.acknowledged} acknowledged, ${escalations.open + escalations.unanswered} not acknowledged, ${escalations.cancelled} called off`,
    ],
  ];
}

function Figures({ pack }: { pack: PackContent }) {
  return (
    <View wrap={false}>
      <Text style={styles.title}>In figures</Text>
      <Text style={styles.muted}>
        Counted from the list of calls at the end, in which each call stands once.
      </Text>
      <View style={styles.figures}>
        {figuresOf(pack).map(([count, words]) => (
          <View key={words} style={styles.figure}>
            <Text style={styles.figureCount}>{count}</Text>
            <Text style={styles.figureWords}>{words}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

function whoseWords({ whose, whoseName }: OpenGroup, { organizationName, clientName }: PackContent): string {
  const company = whose === 'client' ? clientName : organizationName;
  return whoseName === '' ? company : `${whoseName}, ${company}`;
}

const callsWords = (calls: OpenGroup['calls']) =>
  calls.map(({ callNumber, caller }) => `call ${callNumber}${caller === '' ? '' : `, ${caller}`}`).join('; ');

function Open({ pack, clock }: { pack: PackContent; clock: Clock }) {
  return (
    <>
      <Text style={styles.title} minPresenceAhead={40}>
        What is still open, and whose it is
      </Text>
      {pack.open.length === 0 ? <Text>Nothing: everything is settled.</Text> : null}
      {openGroups(pack.open).map((item, place) => (
        <View
          key={place}
          style={styles.row}
          wrap={!isKeptTogether(`${item.words} (${callsWords(item.calls)})`, 0.7)}
        >
          <View style={{ width: 120, paddingRight: 8 }}>
            <Text style={styles.bold}>{whoseWords(item, pack)}</Text>
            {item.dueAt === null ? null : (
              <Text style={item.isOverdue ? styles.bold : styles.muted}>
                {item.isOverdue ? 'overdue since ' : 'by '}
                {clock(new Date(item.dueAt))}
              </Text>
            )}
          </View>
          <Text style={{ flex: 1 }}>
            {item.words}
            <Text style={styles.muted}>{` (${callsWords(item.calls)})`}</Text>
          </Text>
        </View>
      ))}
    </>
  );
}

function Told({ pack }: { pack: PackContent }) {
  const { told } = pack.figures;
  return (
    <>
      <Text style={styles.title} minPresenceAhead={40}>
        What callers were told
      </Text>
      {told.length === 0 ? <Text>No statement of the briefing was said.</Text> : null}
      {told.map(({ statementId, version, text, calls, isWithdrawn }) => (
        <View key={`${version} ${statementId}`} style={styles.row} wrap={!isKeptTogether(text, 0.7)}>
          <Text style={{ width: 60 }}>Version {version}</Text>
          <Text style={{ flex: 1, paddingRight: 8 }}>
            “{text}”{isWithdrawn ? <Text style={styles.bold}> Withdrawn since.</Text> : null}
          </Text>
          <Text style={[styles.bold, { width: 60, textAlign: 'right' }]}>{many(calls, 'call', 'calls')}</Text>
        </View>
      ))}
    </>
  );
}

function Recalls({ pack, clock }: { pack: PackContent; clock: Clock }) {
  if (pack.recalls.length === 0) return null;
  return (
    <>
      <Text style={styles.title} minPresenceAhead={40}>
        What was taken back
      </Text>
      {pack.recalls.map((recall) => (
        <View
          key={recall.id}
          style={styles.row}
          wrap={!isKeptTogether([recall.text, recall.reason, recall.correction].join('\n'))}
        >
          <View style={{ flex: 1 }}>
            <Text>
              “{recall.text}” was withdrawn {clock(new Date(recall.at))} by {recall.byName}: {recall.reason}
            </Text>
            <Text>
              {recall.correction === null
                ? 'Nothing is said in its place.'
                : `Said now: “${recall.correction}”`}
            </Text>
            <Text style={styles.bold}>
              {many(recall.callers, 'caller was', 'callers were')} told.{' '}
              {recall.callBack
                ? `Called back and reached: ${recall.kept}; to be called by ${clock(new Date(recall.dueAt))}: ${recall.open}; not reached: ${recall.unreached}; without a number: ${recall.withoutNumber}.`
                : 'Nobody is called back.'}
            </Text>
          </View>
        </View>
      ))}
    </>
  );
}
