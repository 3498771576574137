/** Words of promotion off the market: how well a store is known, and what makes it so. */
export default {
  ads: {
    text: {
      offsite:
        "Be known before anybody searches: posts, banners, livestreams and influencers bring " +
        "visitors to your own page, and some of them remember your name.",
      names:
        "Bid to stand before whoever searches the name of a store, another's or your own, and " +
        "see what that really added.",
    },
    tabs: { offsite: "Off-site", names: "Names" },
  },
  known: {
    title: "How well you are known",
    note: "at the last close",
    text:
      "Every view and every parcel that arrives makes some buyers remember you; half of it is " +
      "forgotten in 30 days. Who remembers you searches for your name and buys more readily.",
    market: "Market",
    aware: "Know you",
    past: "Last 30 days",
    searches: "Name searches a day",
    orders: "Orders from them",
    letters: "May be written to",
    none: "Nobody knows your store yet",
    noneText: "Your first post, banner or influencer starts it; parcels that arrive help a little.",
    nothingOnSale: "nothing on sale",
  },
  brought: {
    title: "What it brought",
    note: "last 7 days, {{currency}}",
    source: "From",
    views: "Views",
    visits: "Visits",
    clicks: "Clicks",
    orders: "Orders",
    revenue: "Sales",
    cost: "Cost",
    perOrder: "Cost an order",
    none: "Nothing off the market in the last seven days",
    noneText: "Choose a channel below. Small sums reach people at the lowest price.",
    share: "{{percent}} of your orders of these days came without a search of the market.",
  },
  channel: {
    landing: {
      title: "Your own page",
      text:
        "Where everybody lands who comes from outside. A page nobody wrote keeps half of them; a " +
        "good one keeps nearly all.",
      act: "Write the page",
    },
    mail: {
      text:
        "Buyers who asked for it may be written to. It costs next to nothing; too many letters " +
        "drive readers away.",
      act: "Write a letter",
    },
    media: {
      text: "Places that one store has for a week. Bids are sealed; the highest wins and pays.",
      act: "See places",
    },
    post: {
      text: "Cheap and small. Its readers were not looking for anything: few buy at once.",
      act: "Write a post",
    },
    display: {
      text: "Reaches the most people and sells the least at once. It pays by being remembered.",
      act: "Book banners",
    },
    livestream: {
      text: "Few watch, and who watches wants to buy. It needs stock on the day.",
      act: "Go live",
    },
    influencer: {
      text: "Followers trust a person. Match their interests with what you sell.",
      act: "Find influencers",
    },
  },
  now: "Running or booked",
  run: "{{market}} · {{money}} a day, to day {{until}}",
  runToday: "{{market}} · {{money}}, today",
  booked: "{{market}} · no. {{number}}, day {{day}}",
  asked: "{{market}} · no. {{number}}, day {{day}}: {{money}} when it is given at the close",
  end: "Take off",
  weekOf: "7 days: {{cost}} spent, {{orders}} orders",
  form: {
    market: "Market",
    text: "Text",
    textHelp: "In the language of the market ({{language}}). Say what you sell in buyers' words.",
    spend: "Spend ({{currency}})",
    spendDay: "Spend a day ({{currency}})",
    days: "Days",
    enterText: "Write a text first.",
    enterSubject: "Enter a title or subject.",
    enterSpend: "Enter what to spend.",
    score: "Text score {{score}} of 100",
    views: "Views a day",
    visits: "Visits a day",
    visitsRange: "{{least}} to {{most}}",
    cost: "To pay",
    costDays: "{{money}} today, {{all}} in all",
    publish: "Publish",
    book: "Book",
    go: "Go live today",
  },
  influencer: {
    title: "Influencers in {{market}}",
    name: "No. {{number}}",
    cares: "Followers care for {{category}}",
    fits: "you sell it",
    views: "Views",
    price: "Price",
    perMille: "A thousand views",
    day: "Day",
    dayOf: "day {{day}}",
    act: "Book",
    mine: "You have this influencer on that day.",
    taken: "On that day somebody else has this influencer.",
    rule: "One store a day. If two ask on the same day, the first has it, and only that one pays.",
  },
  page: {
    score: "{{market}}: {{score}} of 100",
    unwritten: "{{market}}: not written yet",
    title: "Title",
    save: "Publish the page",
  },
  letter: {
    readers: "Readers in {{market}}: {{count}}",
    nobody: "Nobody has asked for letters yet: some buyers do when their parcel arrives.",
    nobodyThere: "Nobody in this market has asked for letters yet.",
    list: "7 days: {{joined}} joined, {{left}} left",
    to: "To whom",
    optedIn: "who asked for letters ({{count}})",
    everybody: "everybody who ever bought",
    subject: "Subject",
    send: "Send",
    tryTwo: "Try two letters (A/B)",
    tryTwoText:
      "Chance sends half of the readers the second one. It counts and costs as one mailing, and " +
      "from tomorrow on the difference is told with its range.",
    second: "Second letter (B)",
  },
  mailings: {
    title: "Letters sent",
    note: "closed days",
    trial: "Two letters, day {{day}}, {{market}}: B less A",
    per: {
      came: "{{difference}} of a thousand readers came (really {{low}} to {{high}}, 95 %).",
      orders: "{{difference}} of a thousand readers ordered (really {{low}} to {{high}}, 95 %).",
    },
    couldBeChance: "This could be chance.",
    hardlyChance: "This is hardly chance.",
    day: "Day",
    readers: "Readers",
    came: "Came",
    cameShare: "Came, share",
    orders: "Orders",
    ordersShare: "Ordered, share",
    left: "Unsubscribed",
  },
  media: {
    places: { portal: "Portal front page", metro: "Metro line", television: "Evening television" },
    title: "Places in {{market}}",
    week: "days {{from}} to {{until}}",
    closes: "Bids until the close of day {{day}}",
    views: "Views a day",
    reserve: "Least bid",
    perMille: "A thousand views at that",
    bid: "My bid ({{currency}})",
    act: "Bid",
    change: "Change bid",
    back: "Take back",
    mine: "you bid {{money}}",
    rule:
      "Nobody sees a bid. At the deadline the highest has the place for the week and pays it; " +
      "of equal ones the earliest. Who loses pays nothing.",
    enter: "Enter a bid.",
    wonRun: "{{market}} · {{place}}, days {{from}} to {{until}}",
    bidRun: "{{market}} · {{place}}, days {{from}} to {{until}}: bid {{money}}",
  },
};
