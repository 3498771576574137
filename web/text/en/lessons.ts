/** What is learnt from a season: why a store won, what it missed, and what its people answer. */
export default {
  winners: {
    none: { title: "Nobody to compare", text: "There are fewer than two stores of people." },
    store: "Why is this store where it is?",
    against: "Compared with",
    than: { best: "Best store", median: "Median store" },
    steps: "From one profit to the other",
    behind: "{{name}} made {{money}} less than {{other}}",
    ahead: "{{name}} made {{money}} more than {{other}}",
    profitOf: "{{rank}}. {{name}}",
    exact:
      "Every line is the sum of the store's days, and the lines sum to the difference of profit " +
      "exactly. Ranks go by score, of which profit is one part.",
    score: "Score {{own}} against {{other}}.",
    part: {
      profit: "Profit {{own}} against {{other}}.",
      customer: "Customers {{own}} against {{other}}.",
      operations: "Operations {{own}} against {{other}}.",
      process: "Process {{own}} against {{other}}.",
    },
    line: {
      sales: "Sales after refunds",
      goods: "Cost of goods",
      commission: "Commission",
      shipping: "Shipping",
      duty: "Duty and tax",
      ads: "Advertising",
      other: "Storage, wages, exchange, other",
    },
    turn: "Its biggest day",
    turnOf: "Biggest change: profit of day {{day}} was {{after}} after {{before}} the day before",
    noTurn: "No two days to compare yet.",
    causes: "Causes of the change in profit",
    change: "Change in all",
    luck:
      "Both days are played again and the conditions swapped one by one. Luck is what shoppers " +
      "did beyond expectation.",
    cause: {
      season: "visits and season",
      exchange: "exchange rates",
      policy: "law and platform rules",
      rivals: "rivals",
      stock: "own stock and its cost",
      price: "own prices and promotions",
      content: "own listings' content",
      delivery: "own delivery and service",
      reviews: "own reviews",
      ads: "own advertising",
      rank: "recent sales and newness",
      lottery: "the day's lottery of places",
      luck: "luck",
      refunds: "refunds of earlier orders",
      promotion: "off-site promotion, paid",
      running: "running costs",
      revaluation: "foreign money at new rates",
    },
  },
  missed: {
    none: {
      title: "Missed chances are looked for when the season ends",
      text:
        "One decision of each store is changed and the days are played again. It can be asked " +
        "for now; students do not see it before the end.",
    },
    seek: "Look for them now",
    searching:
      "Played so far: {{tried}} of {{of}} alternatives. You may leave; the rest appears by itself.",
    text:
      "The best of {{tried}} alternatives that were played until day {{day}}, one decision " +
      "changed at a time. Students can play the same by hand in their decision log.",
    caption: "Best missed chance of each store",
    store: "Store",
    had: "One decision changed",
    playing: "being played",
    noTry: "nothing called for one",
    nothing: "none of {{of}} tried was better",
    profit: "Profit",
    score: "Score",
    rank: "Rank",
  },
  paper: {
    act: "Print / PDF",
    title: "The debrief on paper",
    text:
      "One sheet a page, A4 across. The print dialog opens by itself; choose “Save as PDF” there " +
      "for a file.",
    print: "Print",
  },
  questions: {
    title: "What to ask each of them",
    text:
      "Three questions a person, made from the own log. After the season's end each answers the " +
      "first one in writing.",
    none: { title: "Nobody to ask", text: "No student has a store in this season." },
    answered_one: "{{count}} of {{of}} has answered.",
    answered_other: "{{count}} of {{of}} have answered.",
    of: "{{name}} · {{store}}",
    hasAnswered: "answered",
    engine: "What the engine says",
    effect:
      "What the store's own decisions of day {{day}} did to the day's profit: {{money}}, exactly.",
    noEffect: "The store's own decisions of day {{day}} did not move the day's profit.",
    answer: "Written answer",
    at: "saved {{at}}",
  },
};
