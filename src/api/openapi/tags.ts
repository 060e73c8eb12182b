/** The groups of the document, in the order in which a reader meets them. */
export const tags = [
  { name: 'Orders', description: 'Orders come in, get a delivery promise, leave and arrive.' },
  { name: 'Tracking', description: 'What carriers say about parcels.' },
  { name: 'Returns', description: 'What buyers send back, with its labels and its deadlines.' },
  { name: 'Messages', description: 'What buyers ask, what sellers answer, and the time that it takes.' },
  { name: 'Delivery promises', description: 'What a buyer can be told before ordering.' },
  { name: 'Jobs', description: 'Everything that changes something is a job: committed first, then worked.' },
  { name: 'Alerts', description: 'What the seller should look at.' },
  { name: 'Metrics', description: 'Figures over the orders and messages of a seller.' },
  { name: 'Settings', description: "A seller's rules, versioned." },
  { name: 'Operations', description: 'For load balancers, orchestrators and Prometheus.' },
] as const;
