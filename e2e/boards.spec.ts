import { meetingDays } from "@/server/boards/meeting-rule";
import { addDays } from "@/server/days";
import { dayInWords, weekdayInWords } from "@/server/format";
import { daysFromToday, mondayOfWeek } from "./days";
import { readsProblems } from "./forms";
import { expect, test } from "./story";
import { admin } from "./world";

const name = "Winter Beds Board";
const tuesday = addDays(mondayOfWeek(1), 1);

test("an administrator says when a board meets, and everyone reads its next meetings", async ({ comesBack }) => {
  const theodora = await comesBack("Theodora");
  theodora.mayLog(/status of 422/);
  await test.step("what is wrong with the rule is said beside it, and what was typed stays", async () => {
    await theodora.opens(admin("/boards"));
    await theodora.writes("Its name", name);
    await theodora.chooses("How often does it meet?", "Every second week");
    await theodora.chooses("On which day of the week?", "Tuesday");
    await theodora.writesDay("A day on which it meets", addDays(tuesday, 2));
    await theodora.writes("When does it start?", "2");
    await theodora.press("Add this board");
    expect(await readsProblems(theodora)).toEqual([
      "Say whether it is am or pm, such as 2pm.",
      "Enter when it ends, such as 4pm.",
    ]);
    await theodora.writes("When does it start?", "2pm");
    await theodora.writes("When does it end?", "midday");
    await theodora.press("Add this board");
    expect(await readsProblems(theodora)).toEqual([
      `${dayInWords(addDays(tuesday, 2))} is a Thursday. Enter a Tuesday on which it meets.`,
      "It ends before it starts. Change one of the times.",
    ]);
    await theodora.looks();
    await expect(theodora.getByLabel("Its name")).toHaveValue(name);
  });

  await test.step("the board is there, with its rule in words and the next dates", async () => {
    await theodora.writesDay("A day on which it meets", tuesday);
    await theodora.writes("When does it end?", "3:30pm");
    await theodora.press("Add this board");
    await theodora.arrivesAt(name);
    const fortnightly = { frequency: "every second week", weekday: "Tuesday", countedFrom: tuesday } as const;
    const rule = { ...fortnightly, startTime: "14:00", endTime: "15:30" };
    const [next = "", then = ""] = meetingDays(rule, daysFromToday(0), 2);
    await theodora.reads(
      `Next meeting: ${weekdayInWords(next)}`,
      `Every second Tuesday, 2pm to 3:30pm. After that on ${dayInWords(then)},`,
    );
    await expect(theodora.getByLabel("When does it end?")).toHaveValue("3:30pm");
  });

  await test.step("it meets otherwise from now on, and its pages say so", async () => {
    await theodora.chooses("How often does it meet?", "Every month");
    await theodora.chooses("Which one of the month?", "Last");
    await theodora.chooses("On which day of the week?", "Friday");
    await theodora.press("Save this board");
    await theodora.reads("Last Friday of the month, 2pm to 3:30pm.");
    await theodora.looks();
    const cordelia = await comesBack("Cordelia");
    await cordelia.opens("/boards");
    await cordelia.follow(name);
    await cordelia.arrivesAt(name);
    await cordelia.reads(
      /^Next meeting: Friday \d+ \w+ \d{4}/,
      /^Last Friday of the month, 2pm to 3:30pm\. After that on/,
    );
  });
});
