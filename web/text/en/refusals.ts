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
  "teaching/no-such-school": "There is no such school, or you do not teach there.",
  "teaching/no-such-class": "There is no such class, or you are not part of it.",
  "teaching/class-name-taken":
    "There is a class named “{{name}}” in this term already. Choose another name.",
  "teaching/class-archived": "This class is archived. Open it again in its settings first.",
  "teaching/class-full": "The class is full ({{membersMax}} people). Make another class.",
  "teaching/no-such-member": "This person is not in the class.",
  "teaching/no-such-person": "Nobody has this username. Check how it is written.",
  "teaching/already-member": "Already in this class.",
  "teaching/role-not-here":
    "This person cannot have that role here: the school must have given it first.",
  "teaching/last-teacher": "This is the last teacher of the class. Add another one first.",
  "teaching/no-such-code": "There is no such class code. Compare it with the board.",
  "teaching/code-used-up":
    "This code has been used as often as allowed. Ask your teacher for a new one.",
  "teaching/code-expired": "This code is no longer open. Ask your teacher for a new one.",
  "teaching/code-limit":
    "The class has as many open codes as allowed ({{codesMax}}). End one first.",
  "teaching/name-missing": "Enter your name or a nickname.",
  "teaching/number-taken":
    "The number {{number}} is taken in this school. Check it, or sign in if it is yours; your " +
    "teacher can give you a password.",
  "teaching/name-not-as-listed":
    "The number {{number}} is on the class list: enter the name that stands there, no nickname.",
  "teaching/mentor-needs-enterprise":
    "A mentor comes from an enterprise: sign in with that account first.",
  "teaching/no-such-import": "This preview is no longer there. Choose the file again.",
  "teaching/import-committed": "This list has been taken in already.",
  "teaching/import-faulty": "Some rows are faulty. Mend them, or take in the sound ones only.",
  "teaching/preview-stale": "The class has changed since the preview. Choose the file again.",
  "teaching/roster-too-long": "A list may have at most {{rowsMax}} rows. Split it.",
  "assessment/no-such-check": "The course has no such question, or it is asked in tests only.",
  "teaching/no-such-course": "There is no such course.",
  "teaching/no-such-lesson": "The course has no such lesson, or its teacher has hidden it.",
  "teaching/no-such-picture": "The course has no such picture.",
  "teaching/lesson-faulty":
    "The text has faults and was not kept. Look at the lines listed under the preview.",
  "teaching/lesson-changed":
    "Another teacher kept a new version since you opened this lesson. What you wrote is still here; copy it, open the lesson again and bring both together.",
  "teaching/too-many-lessons":
    "A class may add 20 lessons to a course, and a lesson may have 200 versions.",
  "exchange/file-is-old-excel": "This is an old Excel file (.xls). Save it as .xlsx or .csv.",
  "exchange/file-not-a-table": "This file holds no table. Choose an .xlsx or .csv file.",
  "exchange/file-has-macros": "This file carries macros. Save it as .xlsx without macros.",
  "exchange/file-links-outside":
    "This file refers to other files. Break its links in Excel and save it again.",
  "exchange/file-too-large": "This file is too large. At most 10 MB for .xlsx and 20 MB for .csv.",
  "exchange/file-is-bomb": "This file becomes far too large when unpacked, so it is not read.",
  "exchange/file-encoding": "The text of this file cannot be read. Save it as UTF-8 or as .xlsx.",
  "exchange/file-no-header":
    "No row of column names was found. Put the names of the columns into the first row.",
  "exchange/file-took-too-long": "Reading this file took too long. Make it smaller and try again.",
  "exchange/file-queue": "Several files are being read. Try again in a moment.",
  "exchange/picture-wrong-type":
    "This is no JPEG, PNG or WebP picture. Choose another one, or save it as JPEG first.",
  "exchange/picture-too-many-pixels":
    "This picture has about {{megapixels}} million pixels; {{megapixelsMax}} million are " +
    "possible. Make it smaller first.",
  "exchange/picture-unreadable":
    "The picture is broken or incomplete and cannot be read. Save it anew, or take another one.",
  "exchange/picture-reader-missing":
    "This server cannot work on pictures, so none can be uploaded; all else works. Tell the " +
    "operator.",
  "exchange/too-many-pictures": "A product has at most {{picturesMax}} pictures. Remove one first.",
  "exchange/product-exists":
    "The catalogue has a product “{{key}}” already. Choose another key, or edit that product.",
  "exchange/sku-taken":
    "The SKU {{sku}} belongs to the product “{{product}}”. Each SKU may stand once.",
  "exchange/options-differ":
    "The SKU {{sku}} needs {{options}} option values, one for each option.",
  "exchange/last-sku":
    "A product keeps at least one SKU. Withdraw the product if it is no longer sold.",
  "exchange/too-many-skus": "A product has at most {{skusMax}} SKUs.",
  "exchange/no-such-catalog": "There is no such catalogue, or you may not see it.",
  "exchange/no-such-product": "There is no such product in this catalogue.",
  "exchange/no-such-picture": "This picture is no longer there.",
  "exchange/no-such-category": "There is no such category. Choose one from the list.",
  "exchange/no-such-sku": "This product has no SKU {{sku}}.",
  "exchange/no-such-currency": "The currency {{currency}} is not known here.",
  "exchange/no-such-import": "This preview is no longer there. Choose the file again.",
  "exchange/import-committed": "This file has been taken in already.",
  "exchange/import-faulty":
    "Some products cannot be sold. Mend them, or take in the sound ones only.",
  "exchange/preview-stale": "The catalogue has changed since the preview. Choose the file again.",
  "exchange/product-changed":
    "Somebody else changed this product meanwhile. What you typed is kept; load the product " +
    "again and compare.",
  "exchange/bad-gtin": "The barcode {{gtin}} is not a valid GTIN: its check digit is wrong.",
  "exchange/catalog-full": "A catalogue holds at most {{productsMax}} products.",
  "exchange/nothing-to-export": "There is nothing to export yet.",
  "exchange/text-like-formula":
    "{{cells}} texts begin like a formula, first “{{first.0.value}}”; a spreadsheet would run " +
    "them. Change their first sign.",
  "exchange/no-such-credential": "There is no such credential, or it is not yours.",
  "exchange/no-such-share": "This link was closed, has ended, or never was.",
  "exchange/too-many-shares": "At most {{most}} links can be open at once. Close one first.",
  "exchange/revocation-asked": "This credential is asked to be revoked already, or has been.",
  "exchange/revocation-decided": "This request to revoke has been decided already.",
  "exchange/second-person-needed":
    "Two people of two sides revoke a credential: one asks, and another of the other side confirms.",
  "exchange/no-such-key": "There is no such key.",
  "assessment/no-such-person": "There is no such person, or it is nobody whom you teach.",
  "assessment/no-such-piece": "There is no such piece of evidence, or it is not yours.",
  "assessment/no-such-contest": "There is no such objection, or it is not yours to decide.",
  "assessment/unknown-competency": "The framework has no such competency.",
  "assessment/unknown-profile": "The framework has no core of this role at this echelon.",
  "assessment/already-contested":
    "You have objected to this piece already. Please wait for the teacher's answer.",
  "assessment/piece-not-counted": "This piece of evidence no longer counts.",
  "assessment/contest-decided": "This objection has been answered already.",
  "assessment/no-such-assignment": "There is no such assignment, or you are not in its class.",
  "assessment/no-such-work": "There is no such work, or it was not given to you to mark.",
  "assessment/no-anchors":
    "Competency {{competency}} has no written anchors, so it cannot be marked.",
  "assessment/assignment-closed":
    "This assignment is closed: nothing can be handed in or changed any more.",
  "assessment/no-works": "Nobody has handed anything in yet, so there is nothing to mark.",
  "assessment/not-marking": "This assignment is not being marked now.",
  "assessment/already-marked": "These marks were handed in already and cannot be changed.",
  "assessment/unknown-criterion": "This assignment is not marked by competency {{competency}}.",
  "assessment/criteria-unmarked": "{{missing}} criteria have no mark yet.",
  "assessment/marks-missing": "{{missing}} works are not marked yet, or need a third rater.",
  "assessment/no-such-rater": "Choose a teacher or mentor of the class, and a student of it.",
  "assessment/rules-changed": "Somebody else changed the rules just now: look at them first.",
  "assessment/column-name-taken": 'The sheet has a column "{{column}}" already: choose another.',
  "assessment/no-such-column": "The gradebook has no such column.",
  "assessment/sheet-changed":
    'The sheet lacks the column "{{column}}": download it again and leave its headings alone.',
  "assessment/nothing-graded":
    "There is no grade yet: close days of a season, publish marks of work, or enter a grade.",
  "assessment/no-such-framework": "There is no such framework or item, or it is not your school's.",
  "assessment/case-unreadable": "This is no CASE package (JSON). Please export it again.",
  "assessment/case-too-large": "This package is too large ({{max}} at most).",
  "assessment/case-circle": "Item {{item}} stands above itself. Please mend it.",
  "assessment/too-many-kept": "There are {{max}} already, and no more can be kept.",
  "assessment/license-closed": "Its license lets no mapping to it be passed on.",
  "assessment/no-such-overlay": "There are no such requirements, or they are not yours.",
  "assessment/overlay-name-taken": "This name is taken. Please choose another one.",
  "assessment/overlay-changed": "These requirements have just changed. Please open them again.",
  "assessment/no-such-bank": "There is no such bank, or it is not of a school where you teach.",
  "assessment/no-such-question": "This bank has no such question.",
  "assessment/bank-fixed":
    "A course's bank cannot be changed. To change questions, export them and import them into a bank of your school.",
  "assessment/bank-full": "A bank holds at most {{max}} questions. Please make another one.",
  "assessment/question-known": "The bank already has the very same question.",
  "assessment/too-many-banks": "A school has at most {{max}} banks.",
  "assessment/no-such-exam": "There is no such exam, or you are not in its class.",
  "assessment/too-many-exams": "A class has at most {{max}} exams.",
  "assessment/exam-opened": "This exam has been opened; its plan can no longer be changed.",
  "assessment/exam-not-open": "This exam is not open now.",
  "assessment/exam-not-closed": "The exam has to be closed first.",
  "assessment/exam-not-published": "The results have not been published yet.",
  "assessment/blueprint-short":
    "There are too few questions: “{{name}}” asks for {{wanted}}, and the banks can give {{reached}}.",
  "assessment/essays-unmarked": "Answers that still have to be marked: {{missing}}.",
  "assessment/no-such-essay": "There is no such answer to mark.",
  "assessment/season-not-for-exam":
    "This season is no practical exam: it has to be this class's, made of the preset “Specialist exam”, and not be another exam's.",
  "assessment/season-not-finished": "The season is not finished: results can still change.",
  "assessment/signatures-missing":
    "A practical exam is published once a teacher and a mentor have confirmed it.",
  "assessment/not-begun": "This person has not begun the exam.",
  "assessment/sitting-elsewhere":
    "The exam goes on at another machine. To write here, choose “Go on here”.",
  "assessment/sitting-over": "It was handed in, or time is up. Everything that was saved counts.",
  "assessment/not-on-paper": "This question is not on the paper.",
  "assessment/no-such-decision": "There is no such decision, or it is not yours to sign.",
  "assessment/decision-superseded":
    "It was decided anew since, so this one is not signed any more.",
  "assessment/signed-already": "This side has signed already.",
  "assessment/signer-is-holder": "Nobody signs their own certificate.",
  "assessment/signer-in-conflict":
    "You are declared to be in conflict with one of these students, so you cannot sign for them.",
  "assessment/second-signer-needed":
    "You have signed for the other side. Two sides take two people.",
};
