/** What every refusal says: what happened and what to do. One sentence a code. */
export default {
  "platform/malformed-request":
    "Something in the request is not right. Check what you entered and try again.",
  "platform/not-signed-in": "Please sign in first.",
  "platform/not-allowed":
    "You are not allowed to do this here. If you think you should be, ask your teacher or operator.",
  "platform/foreign-origin":
    "This request came from another site and was refused. Please act from a page of this system.",
  "platform/not-found": "Not found. It may have been moved, or the address is wrong.",
  "platform/too-large": "This is too large. Make it smaller and try again.",
  "platform/wrong-media-type": "This kind of file or format is not supported.",
  "platform/too-many-requests": "That was too fast. Wait a moment and try again.",
  "platform/unexpected":
    "Something unexpected went wrong and was recorded. Try again; if it stays, give the operator the number {{trace}}.",
  "platform/busy": "The server is busy. Try again in a moment.",
  "practice/no-such-season": "There is no such season, or you are not part of it.",
  "practice/no-such-store": "There is no such store, or it is not yours.",
  "practice/no-such-scenario": "There is no such scenario. Choose one from the list.",
  "practice/no-such-class": "There is no such class, or you do not teach it.",
  "practice/no-such-order": "There is no such order.",
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
  "practice/rewind-too-far": "You can only go back to a day that has closed (1 to {{last}}).",
  "practice/branch-limit": "This season has been rewound as often as allowed ({{max}} times).",
  "practice/pace-not-allowed": "This pace is not possible for this season.",
  "practice/intervention-in-past":
    "An event can only be set for today or later (day {{first}} at the earliest).",
  "practice/event-limit": "This day already has as many events as allowed ({{max}}).",
  "practice/too-few-products":
    "The chosen enterprises publish too few products ({{count}}, at least {{min}}). Choose more enterprises or publish more products.",
  "practice/bots-too-many": "Too many bots. This scenario holds at most {{max}} stores.",
  "practice/store-name-taken": "The store name “{{name}}” is taken. Choose another.",
  "practice/already-in-store": "You already have a store in this season: {{name}}.",
  "practice/stores-full": "This season has no room for another store ({{max}}). Tell your teacher.",
  "practice/team-full": "This team is full ({{max}} people).",
  "practice/decision-limit": "Today's limit of decisions is reached ({{max}}).",
  "practice/draft-limit": "Too many drafts (at most {{max}}). Hand in or delete some.",
  "practice/not-selected": "Select this product first, then list or advertise it.",
  "practice/already-selected": "This product is already selected.",
  "practice/offer-cap": "A store may sell at most {{max}} products. Drop one first.",
  "practice/listing-incomplete": "The listing is not complete: {{missing}} is missing.",
  "practice/not-listed": "This product is not listed in that market yet.",
  "practice/already-listed": "This product is already listed in that market.",
  "practice/price-not-allowed": "The price must be above 0 and not above the limit.",
  "practice/promotion-not-allowed":
    "The promotion's dates or depth are not right: below 90 %, from today on.",
  "practice/service-unknown":
    "There is no such shipping service, or it does not serve that market.",
  "practice/service-refuses-parcel":
    "This service does not take the parcel: {{limit}} is limited to {{value}}. Choose another service.",
  "practice/module-off": "This is switched off in this season.",
  "practice/campaign-cap": "At most {{max}} campaigns are possible.",
  "practice/ad-entry-cap": "Too many advertising entries (at most {{max}}).",
  "practice/budget-too-high": "The daily budget is above the cash you have. Lower it.",
  "practice/bid-too-high": "The bid is too high (at most USD {{max}}).",
  "practice/keyword-missing": "Enter a keyword, or choose automatic matching.",
  "practice/below-moq": "The quantity is below the minimum order ({{moq}} units).",
  "practice/cash-short": "Not enough cash: {{needed}} needed, {{cash}} available.",
  "practice/stock-short": "Not enough stock: only {{stock}} units.",
  "practice/stock-open":
    "There is still stock or goods on the way ({{units}} units); the product cannot be dropped.",
  "practice/reorder-not-ordered": "The order-up-to level must not be below the reorder point.",
  "practice/engine-version":
    "This season was made by another version of the engine and cannot be replayed here.",
};
