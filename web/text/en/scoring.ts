/** How stores are ranked, and what is shown of it. */
export default {
  title: "Scoring",
  names: {
    balanced: "Balanced score",
    roi: "Return on investment",
    "equity-points": "Equity with points",
    targets: "Five targets",
    shareholder: "Shareholder return",
    "last-rounds": "Last four rounds",
    marketing: "Marketing",
    checklist: "Checklist",
  },
  heads: {
    balanced: "Score",
    roi: "ROI",
    "equity-points": "Equity with points",
    targets: "Five targets",
    shareholder: "Shareholder return",
    "last-rounds": "Last four rounds",
    marketing: "Marketing score",
    checklist: "Checklist",
  },
  texts: {
    balanced:
      "Profit, customers, operations and process against skilled bots, in points of a hundred.",
    roi: "What the store is worth above what it began with, as a share of that.",
    "equity-points":
      "What the store is worth, raised by points: markets served, stocked warehouses abroad, best tier, rating.",
    targets:
      "Profit, return on equity, valuation, credit and image for 20 points each: half against what masters reach, half against the best store.",
    shareholder:
      "What the store would be sold for above what it began with: its worth and four times a year's profit at the pace of the last 28 days.",
    "last-rounds": "The mean of the balanced score at the closes of the last four rounds.",
    marketing:
      "Half profit, a quarter sales for each unit spent on advertising, a quarter share of all sales.",
    checklist:
      "The share of all points of the season's tasks, less deductions; where its checklist says so, the balanced score counts for a part.",
  },
  worth:
    "Wherever a store's worth counts, stock is taken at 60 % of its cost by the last day, help does not count, and penalties do.",
  of: "Ranked by: {{name}}.",
  hidden: {
    title: "The ranking is hidden",
    text: "Your teacher will reveal it. Your own figures are on the other pages.",
  },
  frozenHere:
    "Ranks stand still at day {{day}}, as the leaderboard shows them. Your teacher reveals " +
    "the final ones.",
  boardViews: {
    label: "Which stores",
    all: "All",
    people: "People",
    mine: "Around mine",
    place: "You are no. {{rank}} of {{of}}; among people, no. {{place}} of {{people}}.",
  },
  frozen: "The ranking stands as it was after day {{day}}.",
  steer: {
    previewRound: "Round {{round}}, as it would close",
    closeRoundForGood: "Close round {{round}} for good",
    closeRound: "Close round {{round}}",
    rewindTo: "Round {{round}} (from day {{day}})",
    rewindRound: "Round to reopen",
    tabs: { ranking: "Ranking", teams: "Teams" },
    shown: "What students see",
    states: {
      open: { name: "All of it", text: "The leaderboard is theirs as after the last close." },
      frozen: { name: "Frozen", text: "It stands as it is now, whatever closes after." },
      hidden: { name: "Hidden", text: "No rank is told until you show it." },
    },
    names: "Hide names on the projector and from other students",
    frozenOn: "Frozen as after day {{day}}.",
    own: "Their own figures stay theirs: money, orders and the balanced score are told at any time.",
    board: "The ranking as you see it",
    by: "Ranked by",
    isOwn: "this season's",
    store: "Store",
    rank: "Rank",
    profit: "Profit so far",
    orders: "Orders",
    none: { title: "No ranking yet", text: "It comes after the first day closes." },
    reveal: "Reveal on the projector",
    revealText: "From the last place to the first, one at a time.",
    next: "Show place {{rank}}",
    all: "Show all",
    again: "From the start",
    leave: "Close",
    waiting: "Ready for the last place.",
  },
};
