import type { Route } from "next";
import { Link } from "@/app/ui/link";
import { dayInWords, pluralise } from "@/server/format";
import type { Home, HomeExperiment } from "./home";

type Need = { key: string; href: Route; title: string; sentence: string };

/** What the person has to do today: first answers that others wait for, then experiments that cannot go on. */
export function NeedsYou({ home }: { home: Home }) {
  const needs = [...answerNeeds(home), ...home.experiments.flatMap(experimentNeeds)];
  if (needs.length === 0)
    return home.results.length > 0 ? null : <p className="nhsuk-body-l">Nothing waits for you.</p>;
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you" className="nhsuk-heading-m">
        Needs you
      </h2>
      <ul className="m-0 mb-6 list-none border-0 border-l-8 border-solid border-blue bg-white p-0">
        {needs.map(({ key, href, title, sentence }) => (
          <li key={key} className="m-0 max-w-none border-0 border-b border-solid border-grey-4 last:border-b-0">
            <Link className="block px-4 py-3" href={href}>
              <strong dir="auto">{title}</strong>
              <br />
              <span dir="auto">{sentence}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function answerNeeds(home: Home): Need[] {
  const requests = home.requests.map((request): Need => {
    const since = request.days > 0 ? `, asked ${pluralise(request.days, "day")} ago` : ", asked today";
    const openState = request.asked ? "Your question is open" : "Permission is asked of you";
    const step = request.replied ? "Your question has a reply" : openState;
    return {
      key: `request ${request.requestId} ${request.organisation}`,
      href: `/experiments/${request.experimentId}/permission/decide` as Route,
      title: request.title,
      sentence: `${step} for ${request.organisation}${since}`,
    };
  });
  const reviews = home.reviews.map(
    (review): Need => ({
      key: `review ${review.experimentId} ${review.board}`,
      href: `/experiments/${review.experimentId}/board` as Route,
      title: review.title,
      sentence: `${review.board} is asked for its view${review.nextMeetingOn ? `, next meeting ${dayInWords(review.nextMeetingOn)}` : ""}`,
    }),
  );
  const leaders = home.leaders.map(
    (leader): Need => ({
      key: `leader ${leader.id}`,
      href: `/leaders/${leader.id}` as Route,
      title: leader.name,
      sentence: `Is to answer for ${leader.organisation}: say yes or no`,
    }),
  );
  return [...requests, ...reviews, ...leaders];
}

function experimentNeeds(experiment: HomeExperiment): Need[] {
  const { id, title, stage, onTeam, daysLeft, letsEnd, question, conditionsOf } = experiment;
  const need = (part: "" | "/learning" | "/stop" | "/permission" | "/permission/renew", sentence: string): Need[] => [
    { key: `${stage} ${id}`, href: `/experiments/${id}${part}` as Route, title, sentence },
  ];
  if (stage === "paused") return need("/stop", "Paused, and waits for people to agree how to go on");
  const outside = experiment.dips.find((dip) => dip.status === "outside");
  if (outside) return need("", outside.short);
  if (onTeam && question && stage === "asked") return need("/permission", `${question.by} asks: ${question.inWords}`);
  if (onTeam && conditionsOf) return need("/permission", `${conditionsOf} says yes, but not to all of it`);
  if (stage === "nobody answers")
    return need("/permission", "It does not run: nobody answers for an organisation that carries it");
  if (onTeam && stage === "terms changed")
    return need("/permission", "Its words changed, so permission does not cover them");
  if (stage === "permission ended" && letsEnd)
    return onTeam ? need("/learning", "Permission has ended, as you decided: say what you learned") : [];
  if (stage === "permission ended")
    return need("/permission/renew", "Permission has ended: renew it, change it or end it");
  if (stage === "running" && daysLeft !== null && daysLeft <= 14 && !letsEnd) {
    return need(
      "/permission/renew",
      `Permission ends ${daysLeft === 0 ? "today" : `in ${pluralise(daysLeft, "day")}`}`,
    );
  }
  return [];
}
