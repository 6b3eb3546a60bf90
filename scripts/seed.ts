import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { closeDatabase, openDatabase, useDatabase } from '../src/db/client';
import { env } from '../src/env';
import { parcelBriefing, payrollBriefing } from './seed/demo-briefing';
import { makeOrganization, type OrganizationPlan } from './seed/demo-organization';
import { makeCalls } from './seed/volume';

/** The demo: two answering services, so that the walls between them can be tried. `--calls N` adds volume. */
const plans: OrganizationPlan[] = [
  {
    name: 'Harbor Answering',
    mailDomain: 'harbor.example',
    phone: '+493055550100',
    clients: [
      {
        name: 'Brightwater Payroll',
        mailDomain: 'brightwater.example',
        timeZone: 'Europe/Berlin',
        accountInfo:
          'Payroll for 900 companies in Germany and Austria.\nOffice hours: Monday to Friday, 8:00 to 18:00.\nCallers are employees or HR departments of their customers.',
        numbers: [
          {
            number: '+493055551000',
            label: 'Employee line',
            answerPhrase: 'Brightwater Payroll, good day. Thank you for calling. How may I help you?',
          },
          {
            number: '+493055551001',
            label: 'HR line',
            answerPhrase: 'Brightwater Payroll, HR support. Good day.',
          },
        ],
        contacts: [
          { name: 'Tom Becker', title: 'Duty manager', phone: '+4915155501001' },
          { name: 'Eva Schulz', title: 'Deputy', phone: '+4915155501002' },
        ],
        settledWords: 'Your payslip has been corrected. The new one is on its way to you.',
        briefing: payrollBriefing(new Date()),
      },
      {
        name: 'Alder Dental Group',
        mailDomain: 'alder.example',
        timeZone: 'Europe/London',
        accountInfo:
          'Three dental practices in Bristol.\nEmergencies go to the duty dentist.\nNever give medical advice.',
        numbers: [
          {
            number: '+441174960100',
            label: 'Reception',
            answerPhrase: 'Alder Dental, good day. How may I help you?',
          },
        ],
        contacts: [{ name: 'Ruth Alder', title: 'Practice owner', phone: '+447700900101' }],
        playbookId: 'notes_first',
        routineRemedies: [
          'Move an appointment',
          'Cancel an appointment',
          'Say when and where the practices are open',
        ],
      },
      {
        name: 'Meridian Parcel',
        mailDomain: 'meridian.example',
        timeZone: 'Europe/Berlin',
        accountInfo:
          'Parcels for 40 online shops.\nDepots in Hanover and Leipzig.\nTracking numbers begin with MP and have ten digits.',
        numbers: [
          {
            number: '+493055552000',
            label: 'Recipients',
            answerPhrase: 'Meridian Parcel, good day. How may I help you?',
          },
        ],
        contacts: [{ name: 'Jonas Keller', title: 'Depot manager', phone: '+4915155502001' }],
        approvalRule: 'account_manager',
        playbookId: 'eleven_steps',
        routineRemedies: ['Note a new delivery address', 'Name the nearest parcel shop'],
        briefing: parcelBriefing(new Date()),
      },
    ],
  },
  {
    name: 'Northstar Call Desk',
    mailDomain: 'northstar.example',
    phone: '+12125550100',
    clients: [
      {
        name: 'Cobalt Energy',
        mailDomain: 'cobalt.example',
        timeZone: 'America/New_York',
        accountInfo: 'Electricity for households in New York and New Jersey.',
        numbers: [
          { number: '+12125550110', label: 'Outages', answerPhrase: 'Cobalt Energy, how may I help you?' },
        ],
        contacts: [{ name: 'Sam Rivera', title: 'Operations', phone: '+12125550111' }],
        playbookId: 'own_it',
      },
    ],
  },
];

async function main(): Promise<void> {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR, PUBLIC_URL } = env();
  if (DATABASE_OWNER_URL === undefined) throw new Error('Seeding needs DATABASE_OWNER_URL.');
  const { calls } = parseArgs({ options: { calls: { type: 'string' } } }).values;
  if (calls !== undefined && !/^[1-9]\d{0,7}$/.test(calls)) {
    throw new Error('--calls takes a whole number from 1 to 99999999.');
  }
  const ownerSql = postgres(DATABASE_OWNER_URL, { max: 1, onnotice: () => undefined });
  useDatabase(openDatabase(DATABASE_URL, 4));
  try {
    const [present] = await ownerSql`select 1 from organizations limit 1`;
    if (present === undefined) {
      const organizations = [];
      for (const plan of plans) organizations.push(await makeOrganization(ownerSql, plan));
      await mkdir(DATA_DIR, { recursive: true });
      const demo = JSON.stringify({ url: PUBLIC_URL, organizations }, null, 2);
      await writeFile(join(DATA_DIR, 'demo.json'), `${demo}\n`, { mode: 0o600 });
    }
    if (calls !== undefined) {
      await makeCalls(ownerSql, Number(calls), (made) => process.stdout.write(`${made} calls\n`));
    }
  } finally {
    await ownerSql.end();
    await closeDatabase();
  }
}

await main();
