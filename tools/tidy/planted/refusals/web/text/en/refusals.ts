export default {
  "practice/day-closed": "Closed",
  "practice/gone": "Gone",
  "practice/cash-short": "Too little cash",
  "practice/DayOver": "Over",
  "teaching/no-such-code": "No such code",
};
