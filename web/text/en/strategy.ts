/** Words of a store's strategy: what it means to become, and how far it did. */
export default {
  title: "Strategy",
  note: "state it by the end of day {{day}}",
  noteLater: "stated by day {{day}}; what is added now stands beside it",
  text:
    "Say in your own words what your store is to become, and what that comes to in each third of " +
    "the season. At the end of each period your targets stand beside what was measured. It costs " +
    "nothing and changes nothing in the market.",
  noteMissed: "none was stated by day {{day}}",
  textMissed:
    "You stated no strategy in time. What you add now is an amendment, and counts for periods " +
    "that have not begun.",
  textLater:
    "What was stated stays as it is. An amendment stands beside it, and counts for periods that " +
    "have not begun.",
  words: "Our strategy",
  amendment: "What we change, and why",
  period: "Period {{place}}: days {{from}} to {{to}}",
  periodHead: "Period",
  periodShort: "period {{place}}",
  fields: {
    revenueMinor: "Sales ({{currency}})",
    profitMinor: "Profit ({{currency}})",
    ratingMilli: "Stars at its end",
    priceIndexBp: "Price, % of the median",
  },
  enter: "Say it in words, and fill in every target.",
  state: "State the strategy",
  amend: "Add the amendment",
  statedBy: "{{author}}, day {{day}}",
  amendedBy: "Amendment by {{author}}, day {{day}}",
  report: "Targets and what came",
  measure: "Measure",
  measures: {
    revenue: "Sales",
    profit: "Profit",
    rating: "Stars",
    priceIndex: "Price to median",
  },
  target: "Target",
  actual: "Measured",
  verdict: "Kept",
  amended: "As amended",
  amendedVerdict: "Kept, as amended",
  verdicts: { met: "met", near: "nearly", missed: "missed" },
  states: { coming: "to come", running: "running", over: "not measured" },
  how:
    "Sales and profit are of the whole period, stars as they stood at its end, prices the mean " +
    "of what buyers pay for your listings against their category's median. Nearly: at most " +
    "{{near}} short. The price is met within ±{{index}} percentage points of the target, and " +
    "nearly within ±{{indexNear}}: too dear and too cheap both miss it.",
  responses: {
    title: "Market events",
    note: "what we do about them",
    text:
      "Say what you do about an event while it is fresh: it is kept with its day, and read in " +
      "the debrief.",
    days: "from day {{from}}, to be answered until day {{until}}",
    plan: "Our response to: {{event}}",
    enter: "Say what you do.",
    record: "Record the response",
    none: "Nothing was recorded.",
  },
};
