/** A bench whose promise does not hold, to see that it says so. */
import { atMost, report } from "../measure.ts";

report([atMost("planted", 3, 1, "a third of it", 2)]);
