/** What every refusal of planning says: what happened and what to do. */
export default {
  "planning/no-such-import":
    "There is no such import, or it is not your organization's. Choose one from the list.",
  "planning/no-such-source":
    "There is no such source, or it is not your organization's. Choose one from the list.",
  "planning/no-such-posting": "There is no such posting, or it is not your organization's.",
  "planning/no-such-order": "There is no such order, or it was withdrawn.",
  "planning/import-columns":
    'No column is understood as the title. Choose a column for "{{missing}}" and preview again.',
  "planning/import-rows":
    "{{rows}} rows cannot be taken in. Mend the file, or say that these rows are to be left out.",
  "planning/import-seen": "This very file was imported before, as {{import}}. A file counts once.",
  "planning/import-committed": "This import was committed and can no longer be changed.",
  "planning/import-empty":
    "There is no row that can be taken in. See what is wrong with each row, mend it and try again.",
  "planning/import-too-large": "An import has at most {{rowsMax}} rows. Split it.",
  "planning/unknown-city": 'The region has no city "{{city}}". Choose one from the list.',
  "planning/unknown-role": "The framework has no such role or echelon. Choose one from the list.",
  "planning/too-few-labels":
    "There are too few labels: a version takes at least {{labelsMin}} new ones, and there are {{labels}}.",
};
