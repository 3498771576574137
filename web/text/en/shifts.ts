/** Words of shifts that people of a team take themselves, and of what they learn. */
export default {
  title: "Shifts",
  note: "one a person and day, unpaid",
  text:
    "Whoever runs the store may work a shift today: beside the people in service, who answer " +
    "buyers' questions, or in operations, so that what is bought after that today comes sooner. " +
    "It ends when the day is closed, and cannot be taken back.",
  level: "You work at level {{level}}.",
  levelNext_one: "You work at level {{level}}; {{count}} hour of training is left to the next.",
  levelNext_other: "You work at level {{level}}; {{count}} hours of training are left to the next.",
  take: { service: "Take a shift in service", operations: "Take a shift in operations" },
  adds: {
    service: "Today a shift of yours in service can answer {{value}} more questions.",
    operations: "In operations it takes {{value}} off suppliers' days for what you buy after it.",
  },
  taken: "You work today.",
  today: "Today",
  todayOf: {
    service: "{{author}}: service, level {{level}}",
    operations: "{{author}}: operations, level {{level}}",
  },
  nobody: "Nobody of the team works today.",
  closed: "What shifts brought",
  day: "Day",
  role: "Role",
  roles: { service: "service", operations: "operations" },
  who: "Who",
  brought: "Brought",
  broughtNothing: "nothing",
  broughtOf: {
    service_one: "{{count}} more answer",
    service_other: "{{count}} more answers",
    operations_one: "{{count}} purchase sooner",
    operations_other: "{{count}} purchases sooner",
  },
  training: {
    title: "Training",
    note: "your own hours, for the record",
    text:
      "What you learnt for the store, and how long it took. {{hours}} hours make a level, at " +
      "which you work a shift; nothing else comes of it. Your teacher sees it, nobody grades it.",
    topic: "What you learnt",
    hours: "Hours",
    hoursOf: "{{hours}} h",
    left_one: "You can log {{count}} hour more today.",
    left_other: "You can log {{count}} hours more today.",
    log: "Log the hours",
    enter: "Say what you learnt, and for how many hours.",
    none: "Nothing is logged yet.",
  },
};
