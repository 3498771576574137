/** The competency framework: the map, and one competency. */
export default {
  comma: ", ",
  title: "What a person can do",
  text:
    "Eight roles, three echelons, and for each competency a rule by which practice shows it. " +
    "Seasons are read by these rules, as far as they show it.",
  version: "version {{version}}",
  all: "All competencies",
  showAll: "Show all",
  count_one: "{{count}} competency",
  count_other: "{{count}} competencies",
  find: "Find by name, code, course, role or exam unit",
  grid: {
    title: "From echelon to role",
    caption: "How many competencies each role asks for at each echelon, the earlier ones included",
    cell: "{{role}}, {{echelon}}: {{count}} competencies",
  },
  noProfile: "This role does not begin before the next echelon.",
  crossRole:
    "Whoever reaches this echelon ({{echelon}}) also shows a share of its {{of}} competencies, " +
    "whatever the role.",
  titles: "In vacancies: {{titles}}",
  judged: "marked by people",
  nothing: { title: "Nothing matches", text: "Change the words, or choose another role." },
  rule: {
    least: "{{measure}}: at least {{figure}}, over {{events}} × {{event}}",
    most: "{{measure}}: at most {{figure}}, over {{events}} × {{event}}",
  },
  back: "All competencies",
  unknown: { title: "There is no such competency", text: "The framework has no {{id}}." },
  evidence: {
    title: "What shows it",
    worst: "Worst that counts",
    threshold: "Just reached",
    best: "Best that counts",
    batch: "One piece of evidence",
    events: "{{events}} × {{event}}",
    by: "Earned by",
    person: "the person who did it",
    team: "the store's people together, each by the own share",
    start: "These are start values; they are calibrated on a first cohort before they certify.",
  },
  marks: {
    title: "What each mark looks like",
    note: "read down to where it fits",
    none: "Nobody has to judge this: the rule is measured.",
  },
  place: {
    title: "Where it stands",
    echelon: "Echelon",
    area: "Area",
    roles: "Roles",
    home: "its home",
    courses: "Courses",
  },
  mappings: {
    title: "What other standards call it",
    reading: "how they compare is our reading",
    none: "No other standard has been compared with it yet.",
    ofRole: "Occupation of its role: {{role}}",
    weight: "{{weight}} % of the exam",
    seen: "read on {{date}}",
    unverified: "not verified",
  },
  relations: {
    exact: "says the same",
    broad: "takes in more than ours",
    narrow: "takes in less than ours",
  },
  supersedes: "It was before",
};
