/** The groups of the document, in the order in which a reader meets them. */
export const tags = [
  { name: 'Orders', description: 'Orders come in, get a delivery promise, leave and arrive.' },
  { name: 'Tracking', description: 'What carriers say about parcels.' },
  { name: 'Returns', description: 'What buyers send back, with its labels and its deadlines.' },
  { name: 'Cancellations', description: 'What does not leave, and who asked for that.' },
  { name: 'Refunds', description: 'What buyers get back: never twice, never more than was captured.' },
  { name: 'Claims', description: 'What carriers owe the seller for parcels that are lost or damaged.' },
  { name: 'Messages', description: 'What buyers ask, what sellers answer, and the time that it takes.' },
  { name: 'Buyers', description: 'What buyers may ask about themselves: to be forgotten.' },
  { name: 'Delivery promises', description: 'What a buyer can be told before ordering.' },
  { name: 'Jobs', description: 'Everything that changes something is a job: committed first, then worked.' },
  { name: 'Alerts', description: 'What the seller should look at.' },
  { name: 'Metrics', description: 'Figures over the orders and messages of a seller.' },
  { name: 'Reports', description: 'Tables to download, as CSV.' },
  { name: 'Settings', description: "A seller's rules, versioned." },
  { name: 'Webhooks', description: 'What others tell: each signs what it sends.' },
  { name: 'Operations', description: 'For load balancers, orchestrators and Prometheus.' },
] as const;
