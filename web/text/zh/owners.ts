/** 股东的钱：投入与分红。 */
export default {
  title: "股东",
  note: "他们看自己的钱变成了多少",
  stake: "开业时投入",
  added: "此后投入，减去分红",
  earned: "已挣未分",
  left: "股东还愿投入",
  raise: "增资",
  pay: "分红",
  fee: "费用",
  raiseText: "股东投入的钱要付 {{percent}} 的费用。它不是利润，任何评分都不计；它得挣回资本成本。",
  payText: "分红今天就从账上付出。任何评分仍算你的：钱派不上用场就分给股东。",
  raiseNow: "增资",
  payNow: "分红",
};
