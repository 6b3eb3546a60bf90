import { Document, Page, Text, View } from '@react-pdf/renderer';
import { callerWords, callLines, courseWords } from '@/domain/reports/call-lines';
import type { IncidentCall } from '@/domain/reports/incident-call';
import type { PackContent } from '@/domain/reports/pack-content';
import { localMoments } from '@/kernel/local-time';
import { isKeptTogether, styles } from './pack-look';
import { PackFront, type Clock } from './pack-front';

type PackPagesProps = {
  pack: PackContent;
  /** What the reader should know about the print; null: nothing. */
  notice: string | null;
  /** Is told how many pages there are, once that is known. */
  onPages: (pages: number) => void;
};

/**
 * The hand-back of an incident on A4: what is open and how it went, then every call. Its pages are filled by react-pdf's new
 * engine: the old one lays out all that follows again for every page.
 */
export function PackPages({ pack, notice, onPages }: PackPagesProps) {
  const clock = localMoments(pack.timeZone, new Date(pack.asOf));
  return (
    <Document
      title={`Close-out pack: ${pack.headline}`}
      author={pack.organizationName}
      subject={pack.clientName}
      creator="Calmline"
      producer="Calmline"
      language="en"
    >
      <Page size="A4" style={styles.page} experimentalPagination>
        {/* First: what is fixed is repeated from where it stands. */}
        <Footer words={shortened(pack.headline)} onPages={onPages} />
        <PackFront pack={pack} clock={clock} notice={notice} />
        <Text break style={[styles.title, { marginTop: 0 }]}>
          Every call
        </Text>
        {pack.calls.map((call) => (
          <Call key={call.id} call={call} clock={clock} clientName={pack.clientName} />
        ))}
      </Page>
    </Document>
  );
}

type FooterProps = { words: string; onPages: PackPagesProps['onPages'] };

function Footer({ words, onPages }: FooterProps) {
  return (
    <View fixed style={styles.footer}>
      <Text style={styles.footerWords}>{words}</Text>
      <Text
        render={({ pageNumber, totalPages }) => {
          if (totalPages !== undefined) onPages(totalPages);
          return `Page ${pageNumber} of ${totalPages}`;
        }}
      />
    </View>
  );
}

function Call({ call, clock, clientName }: { call: IncidentCall; clock: Clock; clientName: string }) {
  const { number, ringAt, callOfCaller, callsOfCaller, isBesides } = call;
  const lines = callLines(call, clock, { clientName });
  const log = lines.map(({ label, words }) => `${label}: ${words}`).join('\n');
  const again = callsOfCaller > 1 ? `; call ${callOfCaller} of ${callsOfCaller} of this caller` : '';
  const besides = isBesides ? '; did not ring under this briefing' : '';
  return (
    <View style={styles.call} wrap={!isKeptTogether(log)}>
      <Text style={styles.callHead} minPresenceAhead={30}>
        {`No. ${number} · ${clock(new Date(ringAt))} · ${callerWords(call)}`}
      </Text>
      <Text style={styles.callCourse}>{`${courseWords(call)}${again}${besides}`}</Text>
      {lines.length === 0 ? null : (
        <Text>
          {lines.flatMap(({ label, words }, place) => [
            <Text key={place} style={styles.bold}>{`${label}: `}</Text>,
            place === lines.length - 1 ? words : `${words}\n`,
          ])}
        </Text>
      )}
    </View>
  );
}

const shortened = (text: string) => (text.length <= 70 ? text : `${text.slice(0, 69)}…`);
