export default {
  "practice/day-closed": "已结算",
  "practice/cash-short": "现金不足",
  "practice/DayOver": "结束",
  "teaching/no-such-code": "没有",
  "practice/gone": "没有",
};
