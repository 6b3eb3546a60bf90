/** What the product shows the stand-in carrier, and what the carrier signs with. */
export const carrierAccount = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: '0123456789abcdef0123456789abcdef',
  from: '+15005550006',
};
