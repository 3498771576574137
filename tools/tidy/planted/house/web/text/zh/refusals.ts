export default {
  "practice/day-closed": "这一天已经结算",
};
