/** Sentences of matching and of rounds as files; `match-zh.ts` has the same keys. */
export const matchEn: Readonly<Record<string, string>> = {
  "command match":
    "Matches students and places by deferred acceptance: match < instance.json; the formats are " +
    "in docs/reference/formats.",
  "match --publish": "Prints the round as it is published, for “placement verify”.",
  "command placement":
    "Says whether a published round was kept: placement verify < published-round.json.",
  "placement --hash": "Hash of the instance that you were told, instead of the file's own.",
  "placement --commitment": "Hash of the lottery's seed that you were told before.",
  "json/too-large": "The file is larger than {most} MiB, the most that this command takes.",
  "json/unreadable": "Standard input is no JSON in UTF-8: {why}",
  "json/wrong-form": "{path}: {message}",
  "json/stray-field": "{path}: this field means nothing here and was left out.",
  "json/more": "… and {count} more.",
  "match/empty-list": "Student “{student}” ranks no place and stays without one.",
  "match/not-stable": "The verifier found this matching not stable: do not use it, report it.",
  "match/student-twice": "Student “{student}” stands twice among the students.",
  "match/place-twice": "Place “{place}” stands twice among the places.",
  "match/region-twice": "Region “{region}” stands twice among the regions.",
  "match/unknown-place": "Student “{student}” ranks the place “{place}”, which there is not.",
  "match/unknown-student": "Place “{place}” ranks the student “{student}”, who there is not.",
  "match/choice-twice": "Student “{student}” ranks the place “{place}” twice.",
  "match/ranked-twice": "Place “{place}” ranks the student “{student}” twice.",
  "match/list-too-long":
    "Student “{student}” ranks {count} places; a list may have {most}. Leave the last ones out.",
  "match/two-rankings": "Place “{place}” has both prefs and scores: leave one of them out.",
  "match/region-place-unknown": "Region “{region}” has the place “{place}”, which there is not.",
  "match/region-place-twice": "Region “{region}” has the place “{place}” twice.",
  "match/regions-not-nested":
    "Regions “{one}” and “{other}” overlap: both have the place “{place}”, and neither lies in " +
    "the other. Then a stable matching need not exist: make them nested or disjoint.",
  "match/order-not-all":
    "The order of turns must name all {places} places once; it names {listed}.",
  "match/quota-place-unknown": "A lower quota is for the place “{place}”, which there is not.",
  "match/quota-over-capacity":
    "Place “{place}” opens with {quota} students and has {capacity} seats.",
  "match/target-over-capacity":
    "Place “{place}” has a target of {target} students and {capacity} seats.",
  "match/targets-over-cap":
    "Targets and reserved lower quotas in the region “{region}” sum to {targets}, above its cap " +
    "of {cap}.",
  "match/reserve-by-priority":
    "Reserved seats go with turns of places: leave “by-priority” out, or choose another mode.",
  "placement/valid":
    "The round was kept: instance and lottery are the promised ones, matching them again gives " +
    "the same, and it is stable.",
  "placement/not-valid": "The round is not shown to have been kept.",
  "placement/unreadable": "It is no published round in its form.",
  "placement/unsound": "Its instance contradicts itself.",
  "placement/instance-changed": "Its instance is not the one whose hash was published.",
  "placement/lottery-not-committed": "Its seed is not the one that was promised by hash.",
  "placement/matching-differs": "Matching its instance again gives another matching.",
  "placement/not-stable": "The matching that it publishes is not stable.",
};
