/** How much of a rank was luck. */
export default {
  band: {
    head: "Replay band",
    range: "{{best}}–{{worst}}",
    one: "{{best}}",
    mine: "Rank {{rank}}, replay band {{range}}",
    likely: "In {{asGood}} of {{replicas}} replays the rank was this one or better",
    note: "After the end the season is played again from the same decision log under hidden seeds, to see where the ranks fall. Decisions are replayed as they were given and answer nothing new, so stores that adapt well are worth more than their band says.",
    waiting: "The replay bands are being worked out; they show in a few minutes.",
  },
};
