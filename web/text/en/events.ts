/** What events, help and penalties are told with to those who lead a season. */
export default {
  events: {
    title: "Events of this season",
    note: "None can be taken out, except by a rewind to the day it was put in or before.",
    none: {
      title: "No event yet",
      text: "Add one with “Event” above; it meets every store alike.",
    },
    phases: { acting: "acts", announced: "announced", planned: "not told yet", over: "over" },
    onDay: "day {{from}}",
    span: "days {{from}}–{{to}}",
    stays: "from day {{from}} for good",
    announced: "told on day {{day}}",
    sizes: { points: "{{size}} points", factor: "{{size}} times as usual", percent: "{{size}}%" },
    ofScenario: "part of the scenario",
    by: "put in by {{by}}, {{at}}",
    form: {
      will: "{{what}}.",
      ask: "This is an unusually strong event. Is it meant? {{what}}",
      sure: "Yes, put it in from day {{day}}",
    },
    adjust: {
      will: {
        help: "{{name}} gets {{money}} at the close of day {{day}}.",
        penalty: "{{name}} loses {{money}} at the close of day {{day}}.",
      },
      ask: "{{money}} is {{times}} times the opening capital of {{opening}}. Is it meant?",
      sure: "Yes, {{money}}",
    },
  },
  fact: { sizeBp: "size", ofStore: "store" },
};
