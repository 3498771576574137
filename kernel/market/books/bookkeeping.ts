/**
 * The documents of a store's trade and the journals each of them writes (market.md 8.3). Amounts
 * are minor units; "base" is the books' currency. What buyers pay belongs to the platform until
 * payout.
 */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { balanceOf, bankGives, begin, end, exchanged, line, move, type Book } from "./book.ts";

const platform = partyOf("platform");
const steward = partyOf("steward");
const bank = partyOf("bank");
const agency = partyOf("agency");

/** The owners' stake: cash / equity. */
export function postOpening(book: Book, store: number, minor: number): void {
  begin(book, documentKind.opening, store);
  move(book, store, account.cash, account.equity, book.base, minor);
  move(book, steward, account.stakes, account.cash, book.base, minor);
  end(book);
}

/** Help (positive) or penalty (negative) of the steward. */
export function postHelp(book: Book, store: number, minor: number): void {
  begin(book, minor >= 0 ? documentKind.help : documentKind.penalty, store);
  move(book, store, account.cash, account.helpAndPenalty, book.base, minor);
  move(book, steward, account.spending, account.cash, book.base, minor);
  end(book);
}

/** The part of a purchase that is paid when it is placed: deposits / cash. */
export function postDeposit(
  book: Book,
  store: number,
  offer: number,
  supplier: number,
  minor: number,
): void {
  begin(book, documentKind.purchaseDeposit, store, offer);
  move(book, store, account.deposits, account.cash, book.base, minor);
  move(book, supplier, account.cash, account.advances, book.base, minor);
  end(book);
}

/** Goods that arrive from a supplier: inventory / deposits for what was paid, cash for the rest. */
export function postGoodsReceived(
  book: Book,
  store: number,
  offer: number,
  supplier: number,
  costMinor: number,
  paidMinor: number,
): void {
  const rest = costMinor - paidMinor;
  begin(book, documentKind.goodsReceived, store, offer);
  line(book, store, account.inventory, book.base, costMinor);
  line(book, store, account.deposits, book.base, -paidMinor);
  line(book, store, account.cash, book.base, -rest);
  line(book, supplier, account.advances, book.base, paidMinor);
  line(book, supplier, account.cash, book.base, rest);
  line(book, supplier, account.turnover, book.base, -costMinor);
  end(book);
}

/** Goods handed over on account: inventory / payables. */
export function postGoodsOnAccount(
  book: Book,
  store: number,
  offer: number,
  supplier: number,
  minor: number,
): void {
  begin(book, documentKind.goodsReceived, store, offer);
  move(book, store, account.inventory, account.payables, book.base, minor);
  move(book, supplier, account.claims, account.turnover, book.base, minor);
  end(book);
}

/** Paying what was bought on account: payables / cash. */
export function postPayable(
  book: Book,
  store: number,
  offer: number,
  supplier: number,
  minor: number,
): void {
  begin(book, documentKind.payablePayment, store, offer);
  move(book, store, account.payables, account.cash, book.base, minor);
  move(book, supplier, account.cash, account.claims, book.base, minor);
  end(book);
}

export type Departure = {
  /** What the goods cost so far, freight to the overseas warehouse, and duty at its border. */
  readonly goodsMinor: number;
  readonly freightMinor: number;
  readonly dutyMinor: number;
};

/** Goods that leave for an overseas warehouse: transit / inventory and, for freight, cash. */
export function postFirstLeg(
  book: Book,
  store: number,
  offer: number,
  market: number,
  carrier: number,
  departure: Departure,
): void {
  begin(book, documentKind.firstLeg, store, offer, market);
  move(book, store, account.transit, account.inventory, book.base, departure.goodsMinor);
  move(book, store, account.transit, account.cash, book.base, departure.freightMinor);
  move(book, carrier, account.cash, account.turnover, book.base, departure.freightMinor);
  end(book);
}

/** Duty on goods entering a warehouse country becomes part of their cost: transit / cash. */
export function postClearance(
  book: Book,
  store: number,
  offer: number,
  market: number,
  dutyMinor: number,
  currency: number,
): void {
  const paid = exchanged(book, dutyMinor, currency, book.base);
  begin(book, documentKind.clearance, store, offer, market);
  move(book, store, account.transit, account.cash, book.base, paid);
  payTax(book, market, currency, dutyMinor, paid);
  end(book);
}

/** Goods that reach a warehouse from another one or from a buyer: inventory / transit. */
export function postTransferReceived(
  book: Book,
  store: number,
  offer: number,
  market: number,
  minor: number,
): void {
  begin(book, documentKind.stockTransfer, store, offer, market);
  move(book, store, account.inventory, account.transit, book.base, minor);
  end(book);
}

/** What one dispatch or refund moves. Market amounts are in the market's currency. */
export type SaleAmounts = {
  /** Price and shipping fee. */
  grossMinor: number;
  commissionMinor: number;
  /** Tax and duty that the platform takes at the sale and passes on: never the store's revenue. */
  taxMinor: number;
  /** Duty and tax the seller pays himself, in the market's currency. */
  dutyMinor: number;
  /** In the books' currency. */
  costMinor: number;
  shippingMinor: number;
};

/**
 * A dispatch: held and commission / revenue in the market's currency; cost / inventory, shipping /
 * cash and duty / cash in the books'. Revenue is booked at dispatch.
 */
export function postDispatch(
  book: Book,
  store: number,
  subject: number,
  market: number,
  currency: number,
  carrier: number,
  sale: SaleAmounts,
): void {
  const { grossMinor, commissionMinor, taxMinor } = sale;
  begin(book, documentKind.dispatch, store, subject, market);
  line(book, store, account.held, currency, grossMinor - commissionMinor);
  line(book, store, account.commission, currency, commissionMinor);
  line(book, store, account.revenue, currency, -grossMinor);
  collectFromBuyers(book, market, currency, grossMinor, commissionMinor, taxMinor);
  move(book, store, account.costOfGoods, account.inventory, book.base, sale.costMinor);
  move(book, store, account.shipping, account.cash, book.base, sale.shippingMinor);
  move(book, carrier, account.cash, account.turnover, book.base, sale.shippingMinor);
  if (sale.dutyMinor !== 0) {
    const paid = exchanged(book, sale.dutyMinor, currency, book.base);
    move(book, store, account.duty, account.cash, book.base, paid);
    payTax(book, market, currency, sale.dutyMinor, paid);
  }
  end(book);
}

/** Buyers pay the platform, which owes the store the rest and passes the tax on. */
function collectFromBuyers(
  book: Book,
  market: number,
  currency: number,
  gross: number,
  commission: number,
  tax: number,
): void {
  move(book, partyOf("buyers", market), account.spending, account.cash, currency, gross + tax);
  line(book, platform, account.cash, currency, gross);
  line(book, platform, account.owedToStores, currency, commission - gross);
  line(book, platform, account.turnover, currency, -commission);
  move(book, partyOf("taxOffice", market), account.cash, account.turnover, currency, tax);
}

/** The bank turns the store's money into the tax office's. */
function payTax(book: Book, market: number, currency: number, minor: number, paid: number): void {
  move(book, partyOf("taxOffice", market), account.cash, account.turnover, currency, minor);
  if (currency === book.base) return;
  bankGives(book, paid, currency, minor);
}

/** Money of delivered orders: cash / held. Converted at once, see `postConversion`. */
export function postPayout(
  book: Book,
  store: number,
  market: number,
  currency: number,
  minor: number,
): void {
  begin(book, documentKind.payout, store, 0, market);
  move(book, store, account.cash, account.held, currency, minor);
  move(book, platform, account.owedToStores, account.cash, currency, minor);
  end(book);
}

/**
 * Converts foreign cash into the books' currency at the day's rate, or covers a foreign debt.
 *
 * @param minor  of the foreign currency; negative when the store must buy it
 */
export function postConversion(book: Book, store: number, currency: number, minor: number): void {
  if (currency === book.base || minor === 0) return;
  const received = exchanged(book, minor, currency, book.base);
  begin(book, documentKind.conversion, store);
  move(book, store, account.exchange, account.cash, currency, minor);
  move(book, store, account.cash, account.exchange, book.base, received);
  bankGives(book, -received, currency, -minor);
  end(book);
}

/**
 * Buys what a store lacks of a foreign currency, at the day's rate: nobody owes the platform or the
 * bank a currency over night.
 */
export function coverForeign(book: Book, store: number, currency: number): void {
  const cash = balanceOf(book.state, store, account.cash, currency);
  if (cash < 0) postConversion(book, store, currency, cash);
}

/**
 * A refund of what never arrived: refunds / held, or cash where it was paid out already; the
 * commission and the tax come back. A unit that comes back is on its way again, a lost one written
 * off.
 *
 * @param fromHeld  whether the platform still holds the money
 * @param backMinor cost of units on their way back to stock, base; `costMinor` of the sale is
 * written off
 */
export function postRefund(
  book: Book,
  store: number,
  subject: number,
  market: number,
  currency: number,
  sale: SaleAmounts,
  fromHeld: boolean,
  backMinor: number,
): void {
  const { grossMinor, commissionMinor, taxMinor } = sale;
  const net = grossMinor - commissionMinor;
  begin(book, documentKind.refund, store, subject, market);
  line(book, store, account.refunds, currency, grossMinor);
  line(book, store, account.commission, currency, -commissionMinor);
  line(book, store, fromHeld ? account.held : account.cash, currency, -net);
  const buyers = partyOf("buyers", market);
  move(book, buyers, account.spending, account.cash, currency, -(grossMinor + taxMinor));
  line(book, platform, account.turnover, currency, commissionMinor);
  if (fromHeld) line(book, platform, account.owedToStores, currency, net);
  line(book, platform, account.cash, currency, fromHeld ? -grossMinor : -commissionMinor);
  const office = partyOf("taxOffice", market);
  move(book, office, account.cash, account.turnover, currency, -taxMinor);
  move(book, store, account.writeOff, account.costOfGoods, book.base, sale.costMinor);
  move(book, store, account.transit, account.costOfGoods, book.base, backMinor);
  end(book);
  if (!fromHeld) coverForeign(book, store, currency);
}

/** Advertising of one campaign: ads / cash. */
export function postAds(book: Book, store: number, campaign: number, minor: number): void {
  postExpense(book, documentKind.ads, account.ads, store, campaign, -1, platform, minor);
}

/** Storage of one warehouse: storage / cash. */
export function postStorage(
  book: Book,
  store: number,
  market: number,
  warehouse: number,
  minor: number,
): void {
  postExpense(book, documentKind.storage, account.storage, store, 0, market, warehouse, minor);
}

/** Pictures bought for a product: content / cash. */
export function postContent(book: Book, store: number, offer: number, minor: number): void {
  postExpense(book, documentKind.content, account.content, store, offer, -1, agency, minor);
}

/** Interest on an overdraft: interest / cash. */
export function postInterest(book: Book, store: number, minor: number): void {
  postExpense(book, documentKind.interest, account.interest, store, 0, -1, bank, minor);
}

/** One expense, paid in the books' currency: expense / cash, and the payee's turnover. */
export function postExpense(
  book: Book,
  kind: number,
  expense: number,
  store: number,
  subject: number,
  market: number,
  payee: number,
  minor: number,
): void {
  begin(book, kind, store, subject, market);
  move(book, store, expense, account.cash, book.base, minor);
  move(book, payee, account.cash, account.turnover, book.base, minor);
  end(book);
}

/** Cash of a store in the books' currency. */
export function cashOf(book: Pick<Book, "state" | "base">, store: number): number {
  return balanceOf(book.state, store, account.cash, book.base);
}
