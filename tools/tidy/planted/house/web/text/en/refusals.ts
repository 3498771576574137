export default {
  "practice/day-closed": "This day is closed",
};
