import { api } from "@/server/caller";
import { daysInWords, untilEndOf } from "@/server/format";
import { Sentences } from "./ui/sentences";

/** For whom the person answers as a deputy now or soon, and until when; nothing if they are nobody's deputy. */
export async function StandsInFor() {
  const deputies = await api.organisations.deputies();
  const sentences = deputies
    .filter((deputy) => deputy.isMe)
    .map(({ id, leader, organisation, fromOn, endsOn, now }) => (
      <span key={id} dir="auto">
        You {now ? "stand" : "will stand"} in for {leader} at {organisation},{" "}
        {now ? untilEndOf(endsOn) : daysInWords(fromOn, endsOn)}.
      </span>
    ));
  return <Sentences of={sentences} />;
}
