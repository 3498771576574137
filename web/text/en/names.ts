/** Words of bids on the names of stores. */
export default {
  title: "Bids on names",
  rule_one:
    "Who searches the name of a store sees its goods. One place before them is sold by bid, " +
    "click by click, as on a search page; the named store needs less to stand there.",
  rule_other:
    "Who searches the name of a store sees its goods. {{count}} places before them are sold by " +
    "bid, click by click, as on a search page; the named store needs less to stand there.",
  others: "On another's name few turn to you, but who searches a name is about to buy.",
  ownName: "On your own name most buyers come anyway: paying is worth it to keep others off.",
  noSlots: "In this season no places on the pages of names are sold.",
  none: "No bid on a name yet",
  noneText: "Choose a campaign, one of its products and the store whose name buyers search for.",
  needCampaign: "Open a campaign first: it holds budget and markets.",
  add: "Bid on a name",
  change: "Change",
  changeOf: "Change the bid on {{name}}",
  takeBack: "Take the bid back",
  bidNow: "Bid",
  campaign: "Campaign",
  campaignText: "Its budget, pacing and markets hold for names too.",
  toAdvertise: "Product to advertise",
  product: "Product",
  chooseProduct: "Choose a listing on sale",
  store: "Name of the store",
  storeText: "Goods are shown only where the named store sells goods of the same category.",
  chooseStore: "Choose or type a name",
  own: "{{name}} (own name)",
  ownBadge: "own name",
  group: { own: "Your own", near: "Sell goods of your categories", far: "Sell other goods" },
  bid: "Bid (USD a click)",
  bidText: "Reserve {{reserve}}, break-even about {{breakEven}}.",
  bidReserve: "Reserve {{reserve}}; below it nothing is shown.",
  needStore: "Choose a store.",
  head: {
    name: "Name",
    act: "Change",
  },
  week: "the last seven days",
  worth: {
    title: "What it really brought",
    note: "day {{day}}, in expectation",
    how:
      "An order is put down to the place that was clicked. Whether the buyer came because of it " +
      "is told by the same day without the bids; neither has luck in it. Where a budget runs " +
      "short, what is not spent here goes to the campaign's other bids.",
    none: "No bid on a name was standing on that day.",
    waiting: "It is told once a day with a bid is closed.",
    whose: "Names",
    ofOwn: "own name",
    ofOthers: "others' names",
    attributed: "Orders through it",
    added: "Of them really more",
    cost: "Cost",
    profit: "Profit of the day",
    share: "{{added}} ({{share}})",
    wouldCome: "Of the orders through your own name {{share}} would have come without paying.",
    fieldTests:
      "Published field tests of ads on the own brand (eBay 2013, Bing 2018) found little or " +
      "nothing added where no rival stood there, either.",
    defends: "Without the bids others would have taken {{added}} orders of your own name.",
  },
};
