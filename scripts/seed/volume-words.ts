/** What callers of seeded calls are called, and what stands in their logs: varied enough to be searched. */
export const firstNames = (
  'Jonas Amina Grace Pavel Sofia José Zoë Björn Nguyễn Aoife Łukasz Chloé Mehmet Priya Olga Tomás Ingrid Kwame Yuki Fatima ' +
  'Hannah Liam Noor Marek Elena Stefan Beatriz Ravi Anneke Søren Greta Omar Lucía Viktor Maeve Dmitri Sven Leila Paul Ida'
).split(' ');

export const lastNames = (
  'Weber Yilmaz Hall Novák Rossi García Müller Schröder Trần Byrne Kowalski Lefèvre Öztürk Sharma Ivanova Silva Berg Mensah ' +
  'Tanaka Haddad Fischer Walsh Jansen Dvořák Popescu Lindqvist Costa Patel de-Vries Sørensen Krüger Farouk Fernández Petrov ' +
  'Doyle Smirnov Olsson Karimi Baker Kern Schulz Hoffmann Murphy Nowak Bianchi Martín Groß Nilsen Ahmadi Keller Becker ' +
  'Wójcik Moreau Aydın Gupta Sokolova Almeida Dahl Owusu Sato'
).split(' ');

/** `%s` stands for a number of the caller's own, `%s` after it for one of the words below. */
export const points = [
  'Letter %s says the %s is too low; wants it corrected this week.',
  'Was paid %s euros less than last month, asks who looks at the %s.',
  'Reference %s, matter: %s. Has called twice before and was told to wait.',
  'Order %s did not arrive; neighbour says the %s was left outside.',
  'Appointment %s is to be moved because of the %s.',
  'The bank returned %s; the landlord is waiting. Asked about the %s.',
  'Contract %s: asks whether the %s applies to her as well.',
  'Cannot sign in with number %s, the page names the %s.',
  'Wants the manager to ring about case %s and the %s.',
  'Invoice %s was paid twice according to the %s.',
];

export const matters = (
  'payslip deduction bonus overtime allowance refund deposit invoice reminder parcel courier depot signature crown filling ' +
  'anaesthetic referral insurance voucher subscription meter tariff outage transformer router password certificate pension ' +
  'childcare maternity mileage receipt stamp envelope scanner keyboard thermostat radiator boiler leak gutter shutter lift ' +
  'elevator badge turnstile car-park permit fine tram ticket luggage passport visa translation notary testament inheritance ' +
  'mortgage guarantor landlord tenancy eviction repair warranty serial battery charger adapter antenna satellite broadband'
).split(' ');

export const wishes = [
  'A new letter with the right figure.',
  'A call back today.',
  'Her money on the account by Friday.',
  'Delivery to the office instead.',
  'Somebody who explains it.',
];
