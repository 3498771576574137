/** Sentences of the codes that the server answers with: stories, needs, notices, warnings. */
export default {
  story: {
    "not-started": "Your store is open. What you decide today acts when the day closes.",
    "nothing-listed": "Nothing was on sale, so nothing was ordered.",
    "first-day": "The first day: {{profit}} profit from {{orders}} orders.",
    earned: "You earned {{profit}} on the last day.",
    "earned-more": "You earned {{profit}} on the last day, {{percent}} more than the day before.",
    "earned-less": "You earned {{profit}} on the last day, {{percent}} less than the day before.",
    "earned-same": "You earned {{profit}} on the last day, the same as the day before.",
    "earned-after-loss":
      "You earned {{profit}} on the last day, after a loss of {{previousAbs}} the day before.",
    lost: "You lost {{profitAbs}} on the last day.",
    "lost-after-gain":
      "You lost {{profitAbs}} on the last day; the day before you had earned {{previous}}.",
    "lost-more": "You lost {{profitAbs}} on the last day, {{changeAbs}} more than the day before.",
    "lost-less": "You lost {{profitAbs}} on the last day, {{changeAbs}} less than the day before.",
    "lost-same": "You lost {{profitAbs}} on the last day, the same as the day before.",
    even: "Nothing earned and nothing lost on the last day.",
    "season-earned":
      "The season is over: {{profit}} profit from {{orders}} orders, place {{rank}} of {{of}}.",
    "season-lost":
      "The season is over: {{profitAbs}} lost with {{orders}} orders, place {{rank}} of {{of}}.",
    "best-seller": "“{{product}}” in {{market}} sold best, {{units}} units.",
    "lost-sales": "“{{product}}” in {{market}} ran out: about {{units}} units not sold.",
    help: "Your teacher also gave you {{helpAbs}}: with it the day's profit is {{profit}}.",
    penalty:
      "Your teacher also took {{helpAbs}}, a penalty: with it the day's profit is {{profit}}.",
  },
  typed: {
    priceMinor: "Price",
    listPriceMinor: "List price",
    feeMinor: "Shipping fee",
    promiseDays: "Days promised",
    dailyBudgetTicks: "Budget a day",
    bidTicks: "Bid",
    units: "Units",
    pointUnits: "Reorder point",
    upToUnits: "Fill up to",
    amountMinor: "Amount",
    spendMinor: "Spend",
    limitMinor: "Limit of a decision",
    days: "Days",
    periods: "Parts",
    unitMinor: "Price of a unit",
    sample: "People asked",
    cubicMeters: "Cubic meters",
    capUnits: "Cap of units",
    depthBp: "Discount",
    hours: "Hours",
    heads: "People",
    any: "The number",
  },
  bound: {
    most: "{{typedName}}: at most {{most}}.",
    least: "{{typedName}}: at least {{least}}.",
  },
  need: {
    "select-product": "No product chosen yet",
    "select-product-more":
      "Choose one of the enterprises' products; the first few come with stock on account.",
    "select-product-act": "Choose",
    "nothing-listed": "Nothing is on sale",
    "nothing-listed-more": "Buyers cannot see your store. List a product in one market at least.",
    "nothing-listed-act": "List",
    "not-listed": "“{{product}}” is not listed",
    "not-listed-more": "It is chosen, but on sale nowhere.",
    "not-listed-act": "List it",
    "no-shipping": "“{{product}}” has no shipping in {{market}}",
    "no-shipping-more": "Without a shipping service nobody can order it.",
    "no-shipping-act": "Choose shipping",
    "price-above": "“{{product}}” in {{market}} is {{percent}} above the median and sells nothing",
    "price-above-more":
      "{{clicks}} clicks in the last days and no order. Try a price nearer to the median.",
    "price-above-act": "Change price",
    "clicks-no-orders": "“{{product}}” in {{market}}: {{clicks}} clicks and no order",
    "clicks-no-orders-more":
      "Buyers looked and left ({{days}} days). Compare with rivals: landed price, fee, promised days, pictures and text.",
    "clicks-no-orders-act": "See listing",
    "nobody-clicks": "“{{product}}” in {{market}}: nothing sold in {{days}} days, and few click",
    "nobody-clicks-more":
      "Seen {{seen}} times. Better pictures, a title closer to the searches, or a lower price.",
    "nobody-clicks-act": "Edit listing",
    "nobody-sees":
      "“{{product}}” in {{market}}: nothing sold in {{days}} days, and hardly anyone sees it",
    "nobody-sees-more":
      "It stands too far down. Put what buyers search into title and keywords, or advertise.",
    "nobody-sees-act": "Edit title",
    "sells-at-loss": "“{{product}}” loses {{marginAbs}} a unit in {{market}}",
    "sells-at-loss-more": "The price is below all costs. Raise it, or ship for less.",
    "sells-at-loss-act": "Change price",
    "sold-out": "“{{product}}” is sold out",
    "sold-out-more": "Nothing is on the way. As long as there are no goods, buyers go to a rival.",
    "sold-out-act": "Reorder",
    "sold-out-waiting": "“{{product}}” is sold out",
    "sold-out-waiting-more":
      "{{inbound}} units on the way, the first expected on day {{day}}. Until then buyers go to a rival.",
    "sold-out-waiting-act": "See stock",
    "sold-out-late": "“{{product}}” is sold out, and its goods are late",
    "sold-out-late-more":
      "{{inbound}} units on the way, the first promised for day {{promised}} and now expected on day {{day}}. Until then buyers go to a rival.",
    "sold-out-late-act": "See stock",
    "warehouse-empty": "“{{product}}” in {{market}} ships from an empty warehouse",
    "warehouse-empty-more":
      "None of it lies there ({{onHand}} at home, {{inbound}} on the way), so no buyer sees it. Choose a service from home, or move stock there first.",
    "warehouse-empty-act": "Change shipping",
    "stock-low_one": "“{{product}}” lasts about {{days}} day",
    "stock-low_other": "“{{product}}” lasts about {{days}} days",
    "stock-low-more": "At last week's pace, and nothing is on the way.",
    "stock-low-act": "Reorder",
    "loan-due": "The bank takes {{amount}} for a loan on day {{day}}",
    "loan-due-more": "Have the cash ready: what is lacking becomes an overdraft at 12 % a year.",
    "loan-due-act": "See loans",
    "cash-runs-out": "By what is known, cash falls {{lacking}} below zero on day {{day}}",
    "cash-runs-out-more":
      "Below zero, nothing can be bought or advertised. Move a payment, sell a payout early, or borrow.",
    "cash-runs-out-act": "Cash ahead",
    "change-money":
      "Bills of the next 14 days are {{lacking}} above your cash in the books' currency",
    "change-money-more":
      "There is money in other currencies. Change some in time, or it becomes an overdraft.",
    "change-money-act": "Change money",
    "emergency-loan": "An emergency loan of {{open}} is open",
    "emergency-loan-more":
      "It costs 24 % a year, and until it is paid back the score is at most {{cap}}.",
    "emergency-loan-act": "Pay back",
    "disputes-open": "Disputes wait for you: {{count}}",
    "disputes-open-more":
      "Answer the first by day {{day}}: pay back, send again or contest. Unanswered, it is lost.",
    "disputes-open-act": "Answer",
    "returns-open": "Returns wait for you: {{count}}",
    "returns-open-more":
      "Say by day {{day}} what becomes of the goods. Unanswered, buyers keep them.",
    "returns-open-act": "Decide",
    "questions-waiting": "Buyers wait for an answer: {{count}}",
    "questions-waiting-more":
      "More was asked than people and staff can answer. Late answers cost sales and trust.",
    "questions-waiting-act": "See service",
    "sanction-warned": "The platform warns you in {{market}}",
    "sanction-warned-more":
      "Too many disputes or chargebacks. If nothing changes, you are ranked lower in two weeks.",
    "sanction-warned-act": "See standing",
    "sanction-ranked-lower": "You are ranked lower in {{market}}",
    "sanction-ranked-lower-more":
      "Too many disputes or chargebacks. If nothing changes, your store is suspended there.",
    "sanction-ranked-lower-act": "See standing",
    "sanction-suspended": "Your store is suspended in {{market}}",
    "sanction-suspended-more": "Nobody there sees it for a week. Elsewhere it goes on.",
    "sanction-suspended-act": "See standing",
    "found-bought-reviews": "Bought reviews were found at “{{product}}”",
    "found-bought-reviews-more":
      "{{units}} had no order behind them and were removed: a fine of {{fine}}, {{points}} " +
      "points, and lower rank for two weeks.",
    "found-bought-reviews-act": "See record",
    "found-false-tracking": "Scans were found that never happened",
    "found-false-tracking-more":
      "{{units}} parcels were not where the scans said. Their buyers got {{fine}} back at your " +
      "cost; {{points}} points.",
    "found-false-tracking-act": "See record",
    "found-borrowed-pictures": "The owner of pictures on “{{product}}” in {{market}} complained",
    "found-borrowed-pictures-more":
      "The listing was closed; you paid the owner {{fine}}; {{points}} points. It can be listed " +
      "again with your own pictures.",
    "found-borrowed-pictures-act": "See record",
    "found-buyers-data": "The audit found that buyers' data were sold",
    "found-buyers-data-more":
      "Data of {{units}} orders: a fine of {{fine}}, {{points}} points, and the record is worth 0.",
    "found-buyers-data-act": "See record",
    "ranked-lower-reviews": "You are ranked lower in every market until day {{day}}",
    "ranked-lower-reviews-more": "Bought reviews were found. It ends by itself.",
    "ranked-lower-reviews-act": "See record",
    "returned-decisions": "{{count}} decisions came back from a rewind",
    "returned-decisions-more": "Hand them in again as they were, or put them away.",
    "returned-decisions-act": "Look",
  },
  notice: {
    "sold-out": "“{{product}}” ran out in {{market}}: about {{value}} units not sold.",
    "stock-low": "Only {{value}} units of “{{product}}” are left.",
    "stock-arrived": "{{value}} units of “{{product}}” arrived.",
    "budget-spent": "A campaign used up its budget of the day ({{ticks}}).",
    "cash-short": "Cash is below zero: {{money}}. Buy or advertise less.",
    "forward-settled":
      "A forward was settled: {{money}} against changing the money at the day's rate.",
    "loan-paid": "The bank took {{money}} for a loan that was due.",
    "emergency-loan":
      "Cash was below zero for too long: an emergency loan of {{money}} was booked. Until it " +
      "is paid back, the score is capped.",
    "decision-refused": "A decision could not be carried out at the close; see the decision log.",
    "review-bad": "“{{product}}” got {{value}} stars in {{market}}.",
    "tier-changed":
      "Your store is now in tier {{tier}}: the platform pays out {{days}} days after delivery. After-sales says what else it means.",
    "shock-announced": "A market event was announced; see Market events.",
    "shock-started": "An announced market event has begun.",
    "shock-responded": "Your response to a market event is recorded.",
    "autopilot-began":
      "Nothing was handed in for three rounds: from this day on a bot ran the store.",
    "autopilot-ended": "The store was in your hands again from this day on.",
    "shift-answered": "Your team's shifts in service answered {{value}} more questions.",
    "shift-hastened": "Purchases that come sooner for your team's shifts in operations: {{value}}.",
    "shock-ended": "A market event has ended.",
    "purchase-reordered": "Your reorder rule bought {{value}} units of “{{product}}”.",
    "promise-broken": "Parcels of “{{product}}” to {{market}} came {{value}} days late.",
    "dispute-opened": "{{value}} units of “{{product}}” in {{market}} are disputed.",
    "sanction-changed": "Your standing with the platform in {{market}} changed; see After-sales.",
    "place-won": "You have the influencer or place in {{market}} that you asked for ({{money}}).",
    "place-lost": "The influencer or place in {{market}} went to somebody else; you pay nothing.",
    "talk-granted": "A supplier of “{{product}}” gave way: {{value}} % off.",
    "talk-declined": "A supplier of “{{product}}” did not give way.",
    "sample-tried": "The panel gives “{{product}}” {{value}} stars; see Stock & shipping.",
    "inbox-offer": "Somebody wrote to you with an offer; see “Needs you”.",
    "audit-passed": "The platform's audit found nothing to object to.",
    "audit-found": "Something was found in your store; see the integrity record under Insight.",
    "group-dissolved":
      "The group for “{{product}}” in {{market}} did not come together: {{value}} units ordered, " +
      "all void.",
    "false-list-price":
      "The list price of “{{product}}” in {{market}} was false: it was taken down, its " +
      "promotions were closed, and there is a fine of {{money}}.",
    "tender-posted": "{{value}} tenders stand from today on; see Stock & shipping.",
    "tender-won": "You won {{value}} units of “{{product}}” in a tender.",
    "tender-lost": "Your bid for {{value}} units of “{{product}}” lost; it cost nothing.",
    "tender-unpaid":
      "Your bid for {{value}} units of “{{product}}” was dropped: not enough cash for the deposit.",
    news: "There is news.",
  },
  practice: {
    "role-limit": "That costs {{cost}}, and {{most}} may be spent on it.",
    "role-limit_limit":
      "That costs {{cost}}, and one decision of yours may cost {{most}}. Your captain {{captain}} may decide it.",
    "role-limit_budget":
      "That costs {{cost}}, and {{most}} of the budget of {{budget}} is left. Your captain {{captain}} may raise it first.",
    "set-piece-dear":
      "A product of this bundle costs {{asked}}; elsewhere such goods go for {{going}}. " +
      "Hardly anybody takes the set.",
    "third-letter": "It is the third letter in seven days or more: fewer answer and more leave.",
    "nothing-on-sale-there":
      "Nothing of yours is on sale in {{market}}: who comes finds an empty page.",
    "text-fits-badly": "The text hardly fits its readers: few will click.",
    "reach-used-up": "Beyond {{enough}} a day hardly anybody new sees it.",
    "followers-of-other-goods":
      "These followers care for other goods than you sell in {{market}}: few will click.",
    "above-break-even":
      "The bid {{bid}} is above break-even: a click is worth {{breakEven}} at most, so it " +
      "will likely lose money.",
    "above-ninety-days":
      "Up to {{upToUnits}} units is more than 90 days of sales ({{soldWeek}} sold in 7 days).",
    "beyond-ninety-days":
      "With {{inAll}} units in all you have goods for about {{days}} days: {{soldWeek}} were sold in 7 days.",
    "balance-not-covered":
      "Cash of {{cash}} does not cover the whole {{cost}}; the balance is due on arrival.",
    "below-landed-cost": "Below all costs: each unit sold loses {{lossPerUnit}}.",
    "below-reserve": "The bid {{bid}} is below the reserve {{reserve}} and will never be shown.",
    "keyword-reaches-nobody": "No buyer searches for “{{keyword}}”; it will not be shown.",
    "own-name": "This is your own name: most of these buyers would come without paying.",
    "name-elsewhere":
      "Store {{number}} sells nothing of this product's category: nobody would see it there.",
    "no-shipping": "No shipping chosen yet; nobody can order.",
    "not-listed-there": "You have nothing on sale there: the table says nothing of your own match.",
    "cash-idle": "You have {{cash}} already: more of it lies idle, and capital has its cost.",
    "dividend-of-capital":
      "Only {{earned}} was earned and not paid out: the rest pays owners their own money back.",
    "shock-elsewhere": "You sell nothing where this event acts.",
    "profit-above-sales": "Period {{period}}: the profit is above the sales.",
    "sample-small": "So few people leave a doubt of ±{{margin}}.",
    "arms-equal": "Both arms are the same: such a test shows how far chance alone goes.",
    "forecast-without-doubt":
      "Low and high are the same: unless exactly that comes, a forecast with doubt scores better.",
    "price-not-allowed": "A price is above 0 and at most {{most}}.",
    "price-not-allowed_band":
      "Price and freight together may be {{most}} at most: the market price of {{reference}} and " +
      "its band. They are {{price}}.",
    "rival-elsewhere": "Store {{store}} sells nothing in your categories: there is nothing to see.",
    "above-exposure":
      "You fix {{amount}}, but only {{exposure}} depends on the rate: the rest is a bet on it.",
    "room-dear":
      "The rent is {{rent}}; it saves {{saved}} of storage for the goods that are there now.",
    "rent-lost": "Days worth {{lost}} are left; nobody pays them back.",
    "office-for-nobody": "Nobody works there yet: {{rent}} a month for empty rooms.",
    "training-leaves-nobody": "For {{days}} days nobody is left to do the work.",
    "no-question-waits":
      "Yesterday left no question waiting: there may be nothing more for you to answer.",
    "nothing-to-hasten":
      "Only what is bought after this, today, comes sooner, and no reorder rule is due.",
    "tier-mixes":
      "{{onHand}} units lie here that are made otherwise: until they are sold buyers get the mean.",
    "brand-unseen": "In this season nobody searches for a store by its name: it only costs.",
    "tender-dear":
      "{{cost}} for all of it is not below what the maker asks for as many units: {{list}}.",
    "talk-hopeless":
      "The chance is only {{chance}}. A relation and goods on order move a supplier.",
    "sampled-before": "{{looked}} units of this supplier were looked at before.",
    "inspection-dear": "It costs {{fee}}, much for goods of {{goods}}.",
    "nothing-else-coming":
      "Nothing else of it is on its way: {{stock}} in stock, {{soldWeek}} sold in 7 days.",
    "orders-at-least-moq": "Each reorder buys at least the minimum order of {{moq}} units.",
    "promise-too-short":
      "You promise {{days}} days, but half of the parcels take {{median}} or more: many will " +
      "be late.",
    "warehouse-empty": "The warehouse in {{market}} holds no stock of this product.",
    "above-output": "The quantity must be between 1 and {{most}} units.",
    "bid-cap": "A campaign holds at most {{most}} entries.",
    "fee-not-allowed": "The shipping fee must not be negative or above the limit.",
    "keyword-cap": "At most {{most}} keywords; there are {{count}}.",
    "keyword-length":
      "Enter a keyword of at most {{most}} characters. Automatic matching takes none.",
    "name-length": "The name is too long; {{most}} characters at most.",
    "negative-cap": "Too many negative keywords; {{most}} at most.",
    "no-such-service": "There is no such shipping service.",
    "service-not-offered": "This service does not go to {{market}}.",
    "number-used": "That number is taken. Hand it in once more.",
    "promise-not-allowed": "Promise between 1 and {{most}} days.",
    "promotion-dates":
      "A promotion begins today (day {{day}}) or later and lasts {{most}} days at most.",
    "promotion-overlap":
      "Two promotions of different kinds at most run on a listing at once. One is there until " +
      "day {{to}}: end it, or begin later.",
    "list-price-not-charged":
      "This list price was asked on {{days}} of the last 30 days; {{needed}} are needed. It is " +
      "false, and the platform may find out.",
    "nothing-sent-there": "Nothing is on sale in {{market}}: there is nothing to insure.",
    "window-below-usual":
      "Buyers are used to {{usual}} days; with {{days}} some of them buy elsewhere.",
    "promotion-idle":
      "Nothing changes for an order of up to {{pieces}} pieces; there is nothing to take off.",
    "sale-forbidden":
      "The rules of {{market}} do not allow this sale. Try another shipping service.",
    "scores-not-valid": "This text cannot be scored. Check it and hand it in again.",
    "text-length": "The description is too long; {{most}} characters at most.",
    "title-length":
      "The title must be 1 to {{most}} columns wide (a Chinese character takes 2); it is " +
      "{{length}}.",
  },
  trade: {
    "no-rule": "No rule was found for it.",
    prohibited: "The rules there do not allow this sale.",
    "rate-missing": "The rate that would apply is missing.",
    "rules-tie": "Rules contradict each other, so it cannot be computed.",
    "hs-unknown": "The HS code is unknown.",
    "hs-too-short": "The HS code has too few digits.",
    "currency-mixed": "The currencies differ.",
    "amount-negative": "The amount must not be negative.",
    "amount-too-large": "The amount is too large.",
    "quantity-not-positive": "The quantity must be above 0.",
    "country-unknown": "There are no rules for this country.",
    "service-refuses-parcel":
      "This service does not take the parcel ({{limitName}}: {{allowed}} allowed, {{value}} here).",
    "card-not-valid": "The rate card is not valid.",
    "zone-unknown": "The rate card has no such zone.",
  },
  limit: {
    battery: "battery",
    "weight-g": "weight, g",
    "side-mm": "longest side, mm",
    "sum-mm": "sum of sides, mm",
    "girth-mm": "length and girth, mm",
    "chargeable-g": "chargeable weight, g",
  },
  creative: {
    "in-other-script": "Write in the language of this market.",
    "not-in-language": "It does not read like the local language; write a whole sentence.",
    "without-product-words": "Say what you sell, in two words at least that buyers search for.",
    "names-one-search-only": "It answers one search only; name a second use, material or occasion.",
    length:
      "It is {{width}} columns wide; {{least}} to {{most}} is best (a Chinese character takes 2).",
    "with-promotion": "Take promotion words out: readers skip what shouts.",
    "with-foreign-units": "This market uses metric units; convert them.",
  },
  listing: {
    "photos-could-be-better": "Better pictures make more people click.",
    "title-without-kind": "Say in the title what it is, in the words buyers type.",
    "title-without-attribute": "Put one attribute into the title, such as material or capacity.",
    "title-names-one-search-only": "The title answers one search only; answer a second one.",
    "title-length":
      "The title is {{width}} columns wide; 25 to 150 is best (a Chinese character takes 2).",
    "title-with-promotion": "Take promotion words out of the title; the platform dislikes them.",
    "title-repeats": "The title repeats a word; take one out.",
    "title-in-other-script": "Write the title in the language of this market.",
    "text-in-other-script": "Write the description in the language of this market.",
    "text-not-in-language":
      "The description does not read like the local language; write whole sentences.",
    "text-without-trade-words": "Use more of the words buyers search for in the description.",
    "text-with-foreign-units": "This market uses metric units; convert them.",
    "text-too-short": "The description is short; add a sentence or two on use and features.",
    "attribute-missing": "Fill in {{attributeName}}.",
    "claim-beyond-record":
      "{{attributeName}} says “{{stated}}”, the enterprise's record says “{{record}}”. " +
      "Promising too much earns bad reviews.",
    superlative: "“{{word}}” is a superlative: it costs score and earns bad reviews.",
    "too-many-keywords": "More than 7 keywords: the {{beyond}} beyond lower your relevance.",
    "term-missing": "Buyers type “{{term}}”; neither title nor keywords have it.",
  },
};
