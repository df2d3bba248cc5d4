// Reads a calendar file with ical.js, going by the zone rules in the file alone, and prints
// each event's id, its words and the UTC instants (or days) on which it happens.
const fs = require("fs");
const ICAL = require(require.resolve("ical.js", { paths: [process.env.NODE_PATH] }));
const whole = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
for (const rules of whole.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(rules));
}
const zones = whole.getAllSubcomponents("vtimezone").map((one) => one.getFirstPropertyValue("tzid"));
const events = whole.getAllSubcomponents("vevent").map((one) => {
  const event = new ICAL.Event(one);
  const at = [];
  const walk = event.iterator();
  for (let next = walk.next(); next; next = walk.next()) {
    at.push(next.isDate ? next.toString() : next.toJSDate().toISOString());
  }
  return { uid: event.uid, summary: event.summary, at };
});
process.stdout.write(JSON.stringify({ zones, events }));
