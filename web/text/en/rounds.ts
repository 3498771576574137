/** What everybody in a season is told of its rounds, and of the close that comes. */
export default {
  round: "Round {{round}} of {{rounds}}: days {{from}} to {{to}} close together.",
  stands: "What you decide now applies on day {{from}} and stands for all of them.",
  closing: "Round {{round}} is closing: day {{day}}, until day {{to}}.",
  left: {
    "10": "Ten minutes left until the close.",
    "5": "Five minutes left until the close.",
    "1": "The last minute before the close.",
  },
  unready: "Whoever has not handed in trades on with what stands.",
};
