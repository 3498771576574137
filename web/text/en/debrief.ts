/** What a class talks about after a season. */
export default {
  debrief: {
    title: "Debrief",
    over: "The season is over after day {{day}}.",
    soFar: "So far: {{day}} of {{days}} days.",
    present: "Present",
    gradebook: "Gradebook .xlsx",
    gradebookFile: "gradebook",
    none: {
      title: "The debrief begins with the first closed day",
      text:
        "It tells the market's story, who stands where and why, turning points and common " +
        "mistakes.",
    },
    slides: {
      story: "What happened",
      lines: "How profit went",
      standings: "Who stands where, and why",
      winners: "Who won, and why",
      turns: "Turning points",
      chances: "Best missed chances",
      mistakes: "What to talk about",
      truth: "How the market really was",
    },
    at: "{{at}} of {{of}}",
    back: "Back",
    next: "Next",
    quiet: { title: "A quiet market", text: "No event has acted so far." },
    responses_one: "{{count}} store said what it does about it",
    responses_other: "{{count}} stores said what they do about it",
    marketUnits: "{{change}} units sold in the market that day",
    lines: {
      bestMinor: "best store",
      medianMinor: "median store",
      parMinor: "mean of skilled bots",
    },
    linesLabel:
      "Running profit by day of the best store, the median store and the mean of skilled bots",
    standingsText:
      "The score is 0 to 100. Its parts compare with skilled bots that had the same start. " +
      "Profit is that of the books, help included; the score leaves help out.",
    columns: {
      profitMilli: "Profit in score",
      customerMilli: "Customers",
      operationsMilli: "Operations",
      processMilli: "Process",
      profitMinor: "Profit",
      revenueMinor: "Revenue",
      adsMinor: "Advertising",
      orders: "Orders",
      decisions: "Decisions",
    },
    noTurn: {
      title: "No turning point yet",
      text: "Ranks have not changed from one day to the next.",
    },
    places: "Places",
    rank: "rank {{before}} → {{after}}",
    nothingDecided: "Nothing was decided that day; goods, orders or rivals made the change.",
    times_one: "{{kind}}",
    times_other: "{{kind}} ({{count}} times)",
    noMistake: {
      title: "Nothing stands out",
      text: "None of the common mistakes was found in the log.",
    },
    onDays_one: "{{name}} · {{count}} day",
    onDays_other: "{{name}} · {{count}} days",
    others_one: "and {{count}} other",
    others_other: "and {{count}} others",
  },
  mistakes: {
    "ads-on-sold-out": {
      name: "Advertising what is sold out",
      text: "Clicks were paid for while more units were wanted than could be sold.",
      question: "Ask: what should stop first when stock runs low, and who notices?",
      far: "clicks paid: {{clicks}}",
    },
    "far-above-market": {
      name: "Far above the market",
      text:
        "The landed price was more than twice the market's usual one, seen by shoppers, and " +
        "nothing was sold.",
      question: "Ask: what would make a shopper pay twice? Does the listing have it?",
      far: "up to {{times}} times the usual price",
    },
    "clicks-without-sales": {
      name: "Clicks that never buy",
      text: "Twenty or more paid clicks a day and no sale from them.",
      question: "Ask: is it the keyword, the price, or the page? How would you find out?",
      far: "clicks paid: {{clicks}}",
    },
    "stock-out": {
      name: "Sales lost for want of stock",
      text: "Shoppers chose the product and could not have it.",
      question: "Ask: when should the order have been placed, given lead time and sales?",
      far: "units lost: {{units}}",
    },
  },
  truth: {
    text:
      "Compare figures down a column, not across: price weighs by its logarithm against the " +
      "going price, delivery by each day promised, fit and reviews by marks of their own. The " +
      "larger, the heavier.",
    sandbox:
      "A sandbox season keeps nothing back: the keyword table, the cuts, the order of the crowds " +
      "and every number of the model were open from the first day.",
    segment: "Shoppers",
    share: "Share",
    priceMilli: "Price (log)",
    qualityMilli: "Fit & quality",
    reviewsMilli: "Reviews",
    deliveryMilli: "Delivery (a day)",
    segments: {
      bargain: "Bargain hunters",
      thrifty: "Thrifty",
      reviewReader: "Review readers",
      balanced: "Balanced",
      careful: "Careful",
      hurried: "In a hurry",
      quality: "Quality seekers",
      premium: "Premium",
    },
    seed: "Seed:",
  },
};
