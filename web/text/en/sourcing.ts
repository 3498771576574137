/** Words of a store's dealings with suppliers: who they are, what they ask, what came of it. */
export default {
  suppliers: { "0": "The maker", "1": "Workshop A", "2": "Workshop B" },
  compare: {
    title: "Suppliers",
    note: "who makes a product, and on what terms for you",
    text:
      "Beside its maker, each product has two workshops, drawn for this season. A lower price " +
      "mostly means larger lots, longer waiting or more defects.",
    none: "Choose a product first: then its suppliers stand here side by side.",
    units: "Compare at (units)",
    product: "Product",
    supplier: "Supplier",
    unit: "A unit costs",
    total: "All of it",
    moq: "Minimum order",
    lead: "Comes after, on average",
    leadDays_one: "{{count}} day",
    leadDays_other: "{{count}} days",
    output: "At most a day",
    deposit: "At once, at least",
    defects: "Defects",
    unknown: "not known",
    unknownText: "Nobody looked at units of it one by one yet.",
    seen: "{{share}} ± {{error}}",
    seenText: "{{found}} of {{looked}} units that were looked at were defective.",
    relation: "Relation",
    relationText: "{{units}} units bought, {{paid}} payments in time, {{late}} late or called off.",
    buy: "Buy",
    buyFrom: "Buy {{product}} from {{supplier}}",
  },
  way: {
    supplier: "Supplier",
    deposit: "Pay at once",
    depositText:
      "At least {{least}}; who pays all of it at once gets {{prepay}} off, less in proportion.",
    waitsNot:
      "This workshop delivers on account from a relation of {{milli}} on; yours is {{now}}.",
    granted: "Granted to you: {{price}} off the price, {{lead}} off the days.",
    relation: "Relation {{now}} of 1,000",
    output_one: "At most {{count}} unit a day",
    output_other: "At most {{count}} units a day",
  },
  cancel: {
    open: "Call off",
    openOf: "Call off the purchase of {{product}}",
    title: "Call off a purchase?",
    text:
      "{{units}} units from {{supplier}}. It keeps {{fee}} for its trouble; {{back}} comes back, " +
      "and the relation suffers.",
    textOwed:
      "{{units}} units from {{supplier}}. Nothing was paid yet; {{fee}} for its trouble is due " +
      "now, and the relation suffers.",
    until: "until day {{day}}",
    gone: "has left",
    act: "Call it off",
    keep: "Keep it",
  },
  arrivals: { supplier: "From", promised: "Promised", cancel: "Call off" },
  came: {
    title: "Deliveries of suppliers",
    note: "promised and kept",
    none: "Nothing was delivered yet.",
    product: "Product",
    supplier: "Supplier",
    ordered: "Ordered",
    promised: "Promised",
    arrived: "Came",
    late: "Late, days",
    units: "Units",
    cost: "Cost",
    on: "day {{day}}",
  },
  kind: { "cancel-purchase": "Purchase called off" },
  kinds: { "cancel-purchase": "calls a purchase off" },
  fact: { supplier: "from", depositBp: "at once", purchase: "purchase" },
};
