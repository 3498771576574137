/** Words of a store's inbox and of its integrity record. */
export default {
  sender: {
    "bought-reviews": {
      0: "A review agency writes",
      1: "The head of a reviewers' chat group writes",
      2: "A promotion studio writes",
    },
    "false-tracking": {
      0: "A label service writes",
      1: "A parcel forwarder writes",
      2: "A seller of tracking numbers writes",
    },
    "borrowed-pictures": {
      0: "A picture studio writes",
      1: "A collector of product photos writes",
      2: "A former agency employee writes",
    },
    "buyers-data": {
      0: "A data broker writes",
      1: "An advertising network writes",
      2: "A market researcher writes",
    },
  },
  letter: {
    "bought-reviews":
      "“{{promise}} five-star reviews for a product of your choice, online today. Written by " +
      "real accounts. {{money}} for all of them.”",
    "false-tracking":
      "“For {{promise}} days every parcel you send gets its scans on time, tracked or not. Your " +
      "on-time rate will look good. {{money}} for all of them.”",
    "borrowed-pictures":
      "“Studio pictures of the very same kind of product, ready to use on a listing of your " +
      "choice today. {{money}}.”",
    "buyers-data":
      "“We pay {{money}} today for the names and addresses of your buyers so far: {{promise}} " +
      "orders.”",
  },
  stands: "Stands until day {{day}}. Leaving it unanswered costs nothing.",
  forOffer: "For which product",
  forListing: "For which listing",
  noPlace: "Choose a product first: it needs one.",
  noListing: "Publish a listing first: it needs one.",
  accept: "Accept",
  decline: "Decline",
  took: {
    "bought-reviews": "Accepted: {{brought}} reviews stand beside “{{product}}”; {{money}} paid.",
    "false-tracking": "Accepted: parcels are scanned on time from today on; {{money}} paid.",
    "borrowed-pictures":
      "Accepted: the pictures are on “{{product}}” in {{market}}, until you edit it; {{money}} " +
      "paid.",
    "buyers-data": "Accepted: data of {{brought}} orders were handed over; {{money}} received.",
  },
  tookMore: "It counts from this day's close on, like every decision.",
  seeRecord: "Integrity record",
  title: "Integrity record",
  kind: { "accept-offer": "Offer accepted" },
  kinds: { "accept-offer": "accepts an offer" },
  facts: { what: "what" },
  what: {
    "bought-reviews": "Bought reviews",
    "false-tracking": "False tracking",
    "borrowed-pictures": "Borrowed pictures",
    "buyers-data": "Buyers' data sold",
  },
  mark: "Worth in the score",
  markOf: "{{mark}} of 100",
  points: "Points",
  pointsOf: "{{points}}; from {{most}} on the record is worth 0",
  costs: "Fines, claims and refunds",
  audits: "Audits passed",
  auditsOf: "{{passed}} of {{all}}",
  how:
    "Only what was found counts: 100 × (1 − points ÷ {{most}}). After a sale of buyers' data was " +
    "found it is 0 for a while. The numbers are this model's own choice.",
  worthless: "Buyers' data were sold: the record is worth 0 until day {{day}}.",
  lower: "Bought reviews were found: the store ranks lower everywhere until day {{day}}.",
  findings: "What was found",
  noFindings: "Nothing was found so far.",
  accepted: "What was accepted",
  noAccepted: "No offer was accepted.",
  auditList: "Audits",
  noAudits: "No audit yet. The platform goes through every store's books about every two weeks.",
  passed: "passed",
  failed: "something was found",
  day: "Day",
  offer: "What",
  about: "For",
  wholeStore: "the whole store",
  consequence: "Why, and what followed",
  pointsHead: "Points",
  cost: "Cost",
  gained: "Paid or received",
  brought: "Brought",
  state: "State",
  states: {
    today: "from today's close",
    works: "in effect",
    over: "over",
    found: "found",
  },
  broughtBy: {
    "bought-reviews": "{{units}} reviews",
    "false-tracking": "scans for a week",
    "borrowed-pictures": "content +{{content}}",
    "buyers-data": "{{units}} orders",
  },
  found: {
    "bought-reviews":
      "Reviews without an order behind them: {{units}} removed. Fine, and lower rank for two weeks.",
    "false-tracking": "Parcels not where their scans said: {{units}}. Their buyers were refunded.",
    "borrowed-pictures": "The owner complained: the listing was closed and the claim paid.",
    "buyers-data": "The audit found data of {{units}} orders sold. Fine; the record is worth 0.",
  },
};
