// The order of the features. A folder imports only from its left; folders between commas may not see one another.
// The import rules and the file vocabulary both read this list, so a new feature is added here and nowhere else.
const ORDER =
  'kernel < db < audit, live < tenancy < clients < numbers, contacts, wording < playbooks, oncall < briefings' +
  ' < notifications, sources < calls < overflow, promises < recalls, questions, surges, updates < escalations' +
  ' < messages, followups < reviews < coaching < reports';

const OUTSIDE_DOMAIN = ['kernel', 'db'];

/** From left to right: the folders of each layer. */
export const LAYERS = ORDER.split(' < ').map((layer) =>
  layer
    .split(', ')
    .map((name) => ({ name, folder: OUTSIDE_DOMAIN.includes(name) ? `src/${name}` : `src/domain/${name}` })),
);

/** The names of the folders that may stand in src/domain. */
export const FEATURES = LAYERS.flat()
  .map(({ name }) => name)
  .filter((name) => !OUTSIDE_DOMAIN.includes(name));
