/** Words of the store's rooms in which one decides. */
export default {
  close: "Close",
  undo: "Undo",
  handIn: "Hand in",
  price: "Price",
  market: "Market",
  product: "Product",
  category: "Category",
  state: "State",
  margin: "Unit margin",
  landed: "Buyer pays",
  reference: "Market median",
  rating: "Rating",
  stockName: "Stock",
  revenue: "Sales",
  seen: "Seen",
  clicks: "Clicks",
  conversion: "Conversion",
  clicksWeek: "Clicks, 7 days",
  unitsWeek: "Units, 7 days",
  sevenDays: "Last 7 days",
  unitCost: "Unit cost",
  moq: "Minimum order",
  leadTime: "Lead time",
  weight: "Weight",
  rivals: "Stores selling it",
  listComma: ", ",
  noReviews: "no reviews yet",
  units_one: "{{count}} unit",
  units_other: "{{count}} units",
  days_one: "{{count}} day",
  days_other: "{{count}} days",
  grams: "{{grams}} g",
  dayN: "Day {{day}}",
  firstDay: "first day",
  lastDay: "Last day",
  dayBefore: "Day before",
  openRows: "Open the rows",
  closeDay: "Close day {{day}}",
  handInDay: "Hand in day {{day}}",
  takeBackDay: "Take the day back",
  priceOf: "Price of {{product}} in {{market}}",
  changes_one: "{{count}} change not handed in",
  changes_other: "{{count}} changes not handed in",
  assumed: "Assumed, not stated by the enterprise: {{what}}",
  assumedFact: {
    category: "category",
    cost: "cost",
    weight: "weight",
    size: "size",
    hs: "HS code",
    origin: "origin",
    battery: "battery",
    moq: "minimum order",
    leadDays: "lead time",
    defects: "defect rate",
  },
  locked: {
    notYours: "You may look at this store, but only its own people can change it.",
    finished: "The season has ended and can no longer be changed.",
    closing: "The day is being closed. One moment.",
    notOpen: "The season is not open now. Wait until the teacher starts or resumes it.",
  },
  orders: { name: "Orders" },
  figure: { profit: "Profit", sales: "Sales", orders: "Orders", cash: "Cash" },
  how: {
    profit:
      "Sales of the day less every cost booked on it: goods, commission, shipping, duty, " +
      "advertising and the rest.",
    sales:
      "Goods sold on the day and the shipping charged to buyers, without tax collected for " +
      "others, in the currency of your books.",
    orders: "Orders of the day. One order may hold several units.",
    cash:
      "Money in the bank. The platform holds what buyers paid and pays it out some days after " +
      "delivery.",
  },
  today: { title: "Today", markets: "Markets, last day" },
  needs: {
    title: "Needs you",
    none: "Nothing waits for you. Look at Insight, or adjust a price.",
  },
  coming: { title: "Coming", none: "No event has been announced." },
  changed: { title: "What changed on the last day" },
  standing: {
    title: "Where you stand",
    all: "Leaderboard",
    rank: "No. {{rank}} of {{of}}",
    score: "Score",
    profitMilli: "Profit",
    customerMilli: "Customers",
    operationsMilli: "Operations",
    processMilli: "Process",
    how:
      "Each part out of 100, weighed by the season's weights. A dash means there is not " +
      "enough to say yet.",
  },
  guide: {
    title: "Your guided day: six steps to a first sale",
    done: "The guided day is done. When the results are in, open a “why” first.",
    isDone: " (done)",
    skip: "Skip the guide",
    putAway: "Put away",
    steps: {
      select: "Choose a product",
      publish: "List it",
      price: "Price it",
      shipping: "Choose shipping",
      advertise: "Run one ad",
      close: "Close the day",
    },
    help: {
      select:
        "Choose one of the enterprises' real products. The first few you choose come with " +
        "stock, so you can sell today.",
      publish:
        "Write a title and choose keywords: write what buyers type. The page scores it as you " +
        "write.",
      price:
        "Watch the waterfall beside the price: what is left of each unit after tax, " +
        "commission and shipping.",
      shipping: "Choose a service and promise a delivery time. Without shipping nobody can buy.",
      advertise: "Bid on a keyword so that a new store is seen. Stay below the break-even bid.",
      close: "When you are ready, close the day and see what happened.",
      closeByTeacher:
        "The teacher or the clock closes this day. Hand it in when you are ready; what you " +
        "set counts either way.",
    },
    acts: {
      select: "Choose a product",
      publish: "Write the listing",
      price: "Set a price",
      shipping: "Choose shipping",
      advertise: "Advertise",
    },
  },
  products: {
    title: "Products & listings",
    text:
      "One row for each product in each market. Change prices in the table and hand them in " +
      "together.",
    choose: "Choose products",
    show: "Which listings to show",
    live: "On sale {{count}}",
    notLive: "Not on sale {{count}}",
    all: "All",
    count: "{{count}} of {{max}} products chosen",
    empty: "No products yet",
    emptyText:
      "Choose one of the enterprises' products first. Then write a title, set a price and " +
      "choose shipping for each market, and sell.",
  },
  listingState: { live: "on sale", unlisted: "not listed", withdrawn: "withdrawn" },
  choose: {
    title: "Choose products",
    text:
      "Real products of real enterprises. Compare cost, minimum order, lead time and how many " +
      "stores sell it.",
    back: "Back to products & listings",
    search: "Name, SKU or enterprise",
    all: "All categories",
    none: "No product fits",
    noneText: "Try another word, or clear the category.",
    select: "Choose",
    chosen: "Chosen",
    list: "Write the listing",
  },
  returned: {
    title: "The season was taken back; these decisions are yours again.",
    text_one: "{{count}} decision: hand it in again as it was, or put it away.",
    text_other: "{{count}} decisions: hand them in again as they were, or put them away.",
    again: "Hand all in again",
    putAway: "Put away",
  },
};
