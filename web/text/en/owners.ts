/** Words of owners' money: what they add, and what they are paid. */
export default {
  title: "Owners",
  note: "they look at what became of their money",
  stake: "Put in at the opening",
  added: "Added since, less dividends",
  earned: "Earned and not paid out",
  left: "Owners would still add",
  raise: "Raise money",
  pay: "Pay a dividend",
  fee: "Fee",
  raiseText:
    "Owners add money for {{percent}} of it in fees. It is no profit, and no score counts it; it " +
    "has to earn what capital costs.",
  payText:
    "A dividend leaves the till today. Every score counts it as yours still: whoever has no use " +
    "for money may pay it out.",
  raiseNow: "Raise it",
  payNow: "Pay it",
};
