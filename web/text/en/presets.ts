/** Making a season by a preset, and its rounds and scoring. */
export default {
  title: "How it is played",
  own: {
    name: "My own mix",
    about: "Choose a scenario and a pace yourself; every other choice has a sensible value.",
  },
  facts: {
    rounds: "{{rounds}} rounds of {{days}} days",
    days: "{{days}} days",
    minutes: "{{minutes}} min a round",
    weekly: "one round a week",
    daily: "a market day each day",
    alone: "alone",
    team: "teams of {{size}}",
    cash: "start with {{cash}}",
    bots: "{{bots}} bots",
    events: "{{count}} scripted events",
    listings: "at most {{max}} new listings a round",
    scoring: "ranked by: {{name}}",
  },
  more: "Rounds and scoring",
  daysPerRound: "Days a round",
  daysPerRoundHint:
    "They close one after the other; decisions apply on the first and stand for the rest.",
  roundsOf: "{{rounds}} rounds",
  scoringHint: "What the leaderboard, the wall, the gradebook and the debrief rank by.",
  weights: "Weights of the balanced score, %",
  weightsHint: "They sum to 100. A part with nothing to mark leaves its weight to the others.",
  parts: {
    profitBp: "Profit",
    customerBp: "Customers",
    operationsBp: "Operations",
    processBp: "Process",
  },
  weightsFault: "The weights sum to {{sum}}, not 100.",
};
