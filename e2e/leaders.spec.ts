import { expect, test } from "./story";
import { admin, demoId } from "./world";

test("I6: nobody becomes a leader by one person's word: another leader sees who it is, and says yes", async ({
  signIn,
}) => {
  const perpetua = await signIn("Perpetua");

  await test.step("it waits where the leader looks anyway, and meanwhile he only works there", async () => {
    const theodora = await signIn("Theodora");
    await theodora.opens(admin(`/people/${demoId("person/stellan")}`));
    await theodora.reads("Stellan Whitcombe-Rae");
    await theodora.looks();
    await perpetua.followsNeed("Stellan Whitcombe-Rae", "Is to answer for Lanternway Care Alliance");
    await perpetua.arrivesAt("Somebody is to answer for it");
    await perpetua.looks();
  });

  await test.step("a no needs its reason; a yes is all it takes", async () => {
    await perpetua.getByRole("radio", { name: "No" }).check();
    await perpetua.press("Save");
    await perpetua.reads("Enter why not");
    await perpetua.getByRole("radio", { name: "Yes" }).check();
    await perpetua.press("Save");
    await perpetua.readsNotice("leader confirmed");
    await perpetua.looks();
  });

  await test.step("he answers for it from now on", async () => {
    const stellan = await signIn("Stellan");
    await stellan.opens("/standing");
    await expect(stellan.getByRole("main")).toContainText("Allow something without asking");
    await perpetua.opens("/");
    await expect(perpetua.getByRole("main")).not.toContainText("Is to answer for");
  });
});
