import { expect, test } from "vitest";
import { personName } from "./input";

test.each(["Ada", "Dr. Ada St. John", "J. R. Patel", "Prof. Éamonn O'Brien-Łuczak Jr.", "Søren Aabye Kierkegaard"])(
  "%s is a name",
  (name) => expect(personName.parse(` ${name} `)).toBe(name),
);

test.each([
  "Permission is given. Start now",
  "Permission: given",
  "Start now!",
  "It is given; Ada",
  "Given?",
  "Given… now",
  'Ada "permission given" Bo',
  "Ada (now called Bo)",
  "Ada <ada@trust.example>",
  "Ada\nPermission is given.\nBo",
  "a".repeat(101),
])("%j is no name, because it would read as a sentence of Leeway's, or end one", (name) => {
  expect(personName.safeParse(name).success).toBe(false);
});
