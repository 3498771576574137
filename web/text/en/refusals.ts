/** What every refusal says: what happened and what to do. One sentence a code. */
export default {
  "platform/malformed-request":
    "Something in the request is not right. Check what you entered and try again.",
  "platform/not-signed-in": "Please sign in first.",
  "platform/not-allowed":
    "You are not allowed to do this here. If you think you should be, ask your teacher or " +
    "operator.",
  "platform/foreign-origin":
    "This request came from another site and was refused. Please act from a page of this system.",
  "platform/not-found": "Not found. It may have been moved, or the address is wrong.",
  "platform/too-large": "This is too large. Make it smaller and try again.",
  "platform/wrong-media-type": "This kind of file or format is not supported.",
  "platform/too-many-requests": "That was too fast. Try again in {{seconds}} s.",
  "platform/unexpected":
    "Something unexpected went wrong and was recorded. Try again; if it stays, give the " +
    "operator the number {{trace}}.",
  "platform/disk-full":
    "The server's disk is full, and nothing of this was saved. Tell the operator to make room, " +
    "then try again.",
  "platform/busy": "The server is busy. Try again in a moment.",
  "identity/wrong-credentials":
    "Username or password is wrong. Check capitals; your teacher can give you a new password.",
  "identity/sign-in-queue": "Many people are signing in. Wait a moment and try again.",
  "identity/demo-off": "This installation is not a demonstration. Sign in with your own account.",
  "identity/no-such-demo-account":
    "There is no such demonstration account. Choose one from the list.",
  "identity/password-weak":
    "This password is easy to guess. Use a longer one, such as a short sentence.",
  "identity/wrong-password": "The present password is wrong.",
  "identity/invitation-used":
    "This address has been used already. Sign in with the account that was made.",
  "identity/wrong-invitation":
    "This address is not the one that the first start printed. Copy it whole.",
  "identity/no-such-organisation": "There is no such organisation, or you do not belong to it.",
  "identity/organisation-closed": "This organisation is closed. Open it again first.",
  "identity/slug-taken": "The short name “{{slug}}” is taken. Choose another.",
  "identity/no-such-person": "There is no such person in this organisation.",
  "identity/username-taken": "This username is taken. Choose another.",
  "identity/number-taken": "The number {{number}} belongs to somebody else in this organisation.",
  "identity/role-not-here": "This role does not exist in this kind of organisation.",
  "identity/last-operator": "This is the last operator. Name another one first.",
  "practice/no-such-season": "There is no such season, or you are not part of it.",
  "practice/no-such-store": "There is no such store, or it is not yours.",
  "practice/no-such-scenario": "There is no such scenario. Choose one from the list.",
  "practice/no-such-preset":
    "There is no such preset, or it is not one of this scenario. Choose one from the list.",
  "practice/no-checklist":
    "This season has no checklist of tasks. Choose a preset that has one, or another scoring.",
  "practice/no-such-class": "There is no such class, or you do not teach it.",
  "practice/no-such-order": "There is no such order.",
  "practice/no-such-decision": "There is no such decision, or its day is not closed yet.",
  "practice/no-such-question": "There is no such question, or nobody has looked yet.",
  "practice/remark-limit": "This season has {{max}} notes on questions; that is the most.",
  "practice/season-not-over": "Your past can be played again once the season is over.",
  "practice/what-if-limit": "This store's past was played again {{max}} times; that is the most.",
  "practice/no-such-document": "There is no such document in the books.",
  "practice/no-such-product": "This season has no product {{sku}}.",
  "practice/no-such-market": "This season has no market {{market}}.",
  "practice/no-such-campaign": "There is no such campaign.",
  "practice/day-closed":
    "Day {{day}} has closed. What you entered is kept; you can hand it in for the next day.",
  "practice/season-closed": "This season has ended and can no longer be changed.",
  "practice/season-not-open":
    "The season is not open now. Wait until the teacher starts or resumes it.",
  "practice/season-busy": "A day is being closed. Try again in a few seconds.",
  "practice/nothing-closed": "No day has closed yet, so there are no results.",
  "practice/ranking-hidden":
    "The ranking has not been revealed yet. Wait for your teacher to show it.",
  "practice/own-review": "You cannot review yourself, only the others of your team.",
  "practice/no-such-teammate":
    "Review each of the others in your team in that round once, and nobody else.",
  "practice/not-your-role":
    "Others of your team decide that: {{who}}. Ask them, or your captain to give it to you.",
  "practice/role-limit":
    "That is more than your team may spend on it: {{cost}}, and {{most}} is left. Ask your captain.",
  "practice/no-team": "Roles and budgets are of teams: nobody else runs this store now.",
  "practice/team-change-limit":
    "This team's roles and budgets were changed {{max}} times; that is the most.",
  "practice/points-unshared": "Share out all {{points}} points; yours sum to {{sum}}.",
  "practice/round-not-closed":
    "Only the round that closed last can be reviewed ({{last}} closed so far).",
  "practice/rewind-too-far": "You can only go back to a day that has closed (1 to {{last}}).",
  "practice/branch-limit": "This season has been rewound as often as allowed ({{max}} times).",
  "practice/pace-not-allowed": "This pace is not possible for this season.",
  "practice/event-after-end":
    "The season ends with day {{last}}; an event after it would never act. Choose an earlier day.",
  "practice/intervention-in-past":
    "An event can only be set for today or later (day {{first}} at the earliest).",
  "practice/event-limit": "This day already has as many events as allowed ({{max}}).",
  "practice/too-few-products":
    "The chosen enterprises publish too few products ({{count}}, at least {{min}}). Choose " +
    "more enterprises or publish more products.",
  "practice/bots-too-many":
    "Too many bots. This scenario holds {{max}} of them, and a place for people.",
  "practice/days-too-many": "Too many days. This scenario runs for {{max}} days at most.",
  "practice/store-name-taken": "The store name “{{name}}” is taken. Choose another.",
  "practice/already-in-store": "You already have a store in this season: {{name}}.",
  "practice/stores-full": "This season has no room for another store ({{max}}). Tell your teacher.",
  "practice/team-full": "This team is full ({{max}} people).",
  "practice/agents-full": "This season has no room for another program ({{max}}).",
  "practice/decision-limit": "Today's limit of decisions is reached ({{max}}).",
  "practice/draft-limit": "Too many drafts (at most {{max}}). Hand in or delete some.",
  "practice/not-selected": "Select this product first, then list or advertise it.",
  "practice/already-selected": "This product is already selected.",
  "practice/offer-cap": "A store may sell at most {{most}} products. Drop one first.",
  "practice/listing-incomplete":
    "The title or the description is missing or too long (at most {{most}}).",
  "practice/not-listed": "This product is not listed in that market yet.",
  "practice/already-listed": "This product is already listed in that market.",
  "practice/price-not-allowed":
    "The price must be above 0 and not above the limit. In a sandbox season price and freight together may exceed the market price by its band only; the keyword table shows both.",
  "practice/listing-cap":
    "A round takes at most {{max}} new listings of a store, and yours are used. List more in the next round.",
  "practice/promotion-not-allowed":
    "The promotion's dates or depth are not right: below 90 %, from today on.",
  "practice/service-unknown":
    "There is no such shipping service, or it does not serve that market.",
  "practice/service-refuses-parcel":
    "This service does not take the parcel. Choose another service.",
  "practice/module-off": "This is switched off in this season.",
  "practice/campaign-cap": "At most {{most}} campaigns are possible.",
  "practice/ad-entry-cap": "Too many advertising entries (at most {{most}}).",
  "practice/name-bid-cap":
    "A campaign bids on at most {{most}} names. Take one back first, or open another campaign.",
  "practice/budget-too-high": "The daily budget is above the cash you have. Lower it.",
  "practice/bid-too-high": "The bid is above the limit. Lower it.",
  "practice/keyword-missing": "Enter a keyword, or choose automatic matching.",
  "practice/below-moq": "The quantity is below the minimum order ({{moq}} units).",
  "practice/cash-short": "Not enough cash: {{needed}} needed, {{cash}} available.",
  "practice/no-such-currency": "No store of this season keeps {{currency}}.",
  "practice/currency-short":
    "Not enough {{currency}} in cash: {{needed}} needed, {{cash}} available.",
  "practice/media-closed": "Bids for this place closed on day {{day}}. Choose a later week.",
  "practice/bid-too-low": "The least bid for this place is {{least}}.",
  "practice/consent-missing":
    "Nobody there has agreed to letters. Write only to buyers who asked for them.",
  "practice/media-slot-taken":
    "On day {{day}} another store has this influencer. Choose another day or another person.",
  "practice/no-such-loan": "There is no such loan, or it is paid back.",
  "practice/loan-line": "The bank lends no more of this kind: {{left}} is left of the line.",
  "practice/owners-line": "Owners would add {{left}} at most.",
  "practice/equity-short":
    "A dividend is {{left}} at most: beyond it the store would owe more than it owns.",
  "practice/loan-cap": "At most {{most}} loans can be open at once. Pay one back first.",
  "practice/forward-cap": "At most {{most}} forwards can be open at once.",
  "practice/forward-line":
    "Forwards beyond what you hold and are owed may come to {{line}} together; {{used}} is used, " +
    "and with this it would be {{needed}}.",
  "practice/held-short": "Only {{most}} has a payout day and can be sold early.",
  "practice/no-such-case":
    "This return or dispute is not open: it was settled, or its time is over.",
  "practice/report-ordered": "This is ordered already; it is made when the day is closed.",
  "practice/forecast-not-ordered":
    "The low end must not be above the middle, nor the middle above the high end.",
  "practice/response-too-late": "What you do about this event could be recorded until day {{day}}.",
  "practice/strategy-phase-over":
    "A strategy is stated by day {{day}}. Since then it can be amended, and both are kept.",
  "practice/strategy-phase-open":
    "Until the end of day {{day}} state the strategy anew: there is nothing to amend yet.",
  "practice/experiment-running":
    "An experiment on this listing is open. Give its verdict before the next one.",
  "practice/experiment-not-over": "The experiment runs to the end of day {{day}}.",
  "practice/no-such-experiment": "There is no such open experiment.",
  "practice/no-such-report": "Your store has no such report.",
  "practice/credit-line":
    "Your suppliers wait for no more: {{needed}} needed, {{left}} is left of their line.",
  "practice/no-such-inbox-offer": "There is no offer {{number}} in your inbox.",
  "practice/inbox-offer-lapsed": "That offer stood until day {{day}}.",
  "practice/inbox-offer-accepted": "That offer was accepted already.",
  "practice/stock-short": "Not enough stock: only {{onHand}} units.",
  "practice/stock-open":
    "There is still stock or goods on the way ({{units}} units); the product cannot be dropped.",
  "practice/reorder-not-ordered": "The order-up-to level must not be below the reorder point.",
  "practice/sale-forbidden":
    "The rules of {{market}} do not allow this sale. Try another shipping service.",
  "practice/key-used":
    "This submission carries the key of another one, so nothing of it was saved. Hand it in again.",
  "practice/number-used": "That number is taken. Hand it in once more.",
  "practice/keyword-cap": "At most {{most}} keywords are possible; there are {{count}}.",
  "practice/room-rented": "There is a room of {{cubicMeters}} m³ here already: make it larger.",
  "practice/no-such-room": "No room is rented here.",
  "practice/goods-inside": "There are goods inside: the room cannot be given up.",
  "practice/promotion-overlap":
    "Two promotions of different kinds at most run on a listing at once. One is there until " +
    "day {{to}}: end it, or begin later.",
  "practice/bundle-not-allowed":
    "A bundle is made of {{least}} to {{most}} different products; this one has {{listings}}.",
  "practice/no-such-promotion": "No such promotion runs on this listing.",
  "practice/below-legal-window":
    "The law of {{market}} gives buyers {{least}} days to send goods back; you cannot give {{days}}.",
  "practice/value-not-allowed":
    "A value is not possible here: {{field}}. Correct it and hand it in again.",
  "practice/above-output": "The quantity must be between 1 and {{most}} units.",
  "practice/no-such-supplier": "The product has no such supplier.",
  "practice/deposit-too-low":
    "This supplier asks for at least {{least}} at once; {{deposit}} was offered.",
  "practice/relation-too-young":
    "This workshop waits for its money only for stores it knows better: relation {{relationMilli}} of {{neededMilli}} needed.",
  "practice/no-such-purchase": "This purchase is not on its way: it arrived or was called off.",
  "practice/goods-on-way":
    "The goods have left the supplier; the purchase cannot be called off any more.",
  "practice/talk-rounds": "This supplier talks {{most}} times a week at most. Ask again next week.",
  "practice/talk-open": "You have asked this supplier today; it answers at the close.",
  "practice/talk-exhausted": "This supplier has given all it can of that. Ask for something else.",
  "practice/sample-ordered": "A sample of this supplier is with the panel; it speaks at the close.",
  "practice/inspection-ordered": "This purchase will be inspected already.",
  "practice/no-such-city": "There is no office to be had in that city.",
  "practice/office-is-that": "Your office is that already.",
  "practice/training-open": "Some of them are learning now. Wait until they are back.",
  "practice/tier-is-that": "The product is made that way already.",
  "practice/no-such-tender": "There is no such tender here, or it is not posted yet.",
  "practice/tender-closed": "Bids in this tender closed on day {{day}}.",
  "practice/tender-price": "The price of a unit must be between {{low}} and {{high}}.",
  "practice/tender-units": "One bidder may ask for 1 to {{most}} units.",
  "practice/notice-open": "Some of them are leaving already. Wait until they are gone.",
  "practice/shift-cap": "A store has {{max}} shifts a day at most, and today's are all taken.",
  "practice/shift-taken": "You take a shift today already: one a person and day.",
  "practice/training-hours":
    "A person logs {{max}} hours of training a day at most; you have {{left}} left today.",
  "practice/not-on-autopilot": "No bot runs this store: there is nothing to hand back.",
  "practice/seat-taken": "That place in the season is taken.",
  "practice/engine-version":
    "This season was made by another version of the engine and cannot be replayed here.",
};
