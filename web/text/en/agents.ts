/** Programs that trade in a season through the API. */
export default {
  program: "Program",
  league: "Programs",
  leagueNote: "Programs are ranked among themselves and count in no rank of people.",
  card: {
    title: "Programs",
    text: "A program runs a store of its own: it reads the reports and decides through the API.",
    name: "Name of the program's store",
    add: "Add a program",
    used: "Last used",
    never: "Never used",
    revoked: "Revoked",
    revoke: "Revoke token",
    sure: "This cannot be undone. Press again to revoke the token of “{{name}}”.",
    none: "No program yet",
    noneText: "You get a token for it, which is shown once.",
    api: "How to write one, and the API",
  },
  token: {
    title: "Token of “{{name}}”",
    text: "It is shown this once. Keep it now: it cannot be seen again.",
    done: "I have kept it",
  },
};
