/** What a season's events are told with to those who lead it. */
export default {
  events: {
    title: "Events of this season",
    note: "None can be taken out, except by a rewind to the day it was put in or before.",
    none: {
      title: "No event yet",
      text: "Add one with “Event” above; it meets every store alike.",
    },
};
