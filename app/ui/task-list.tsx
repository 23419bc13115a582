import type { Route } from "next";
import { useId } from "react";
import { Link } from "@/app/ui/link";
import { Tag } from "./tag";

export type Task<Address extends string = string> = {
  name: string;
  hint?: string;
  /** Left out while the task cannot be started. */
  href?: Route<Address>;
  state: "done" | "to do" | "cannot start yet";
  /** A more specific status, such as "2 of 3 answered". */
  stateInWords?: string;
};

const usualWords = { done: "Completed", "to do": "To do", "cannot start yet": "Cannot start yet" };

/** Tasks for several sittings, in any order. Only tasks that need action have a colour. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const id = useId();
  return (
    <ul className="nhsuk-task-list">
      {tasks.map(({ name, hint, href, state, stateInWords = usualWords[state] }, index) => {
        const [hintId, stateId] = [`${id}-${index}-hint`, `${id}-${index}-state`];
        return (
          <li
            key={name}
            className={`nhsuk-task-list__item${href ? " nhsuk-task-list__item--with-link" : ""} max-w-none`}
          >
            <div className="nhsuk-task-list__name-and-hint">
              {href ? (
                <Link
                  className="nhsuk-task-list__link"
                  href={href}
                  aria-describedby={hint ? `${hintId} ${stateId}` : stateId}
                >
                  {name}
                </Link>
              ) : (
                <div>{name}</div>
              )}
              {hint && (
                <div className="nhsuk-task-list__hint" id={hintId}>
                  {hint}
                </div>
              )}
            </div>
            <div
              className={`nhsuk-task-list__status [&>*]:whitespace-nowrap${state === "cannot start yet" ? " [&>*]:text-secondary" : ""}`}
              id={stateId}
            >
              <Tag tone={state === "to do" ? "blue" : "plain"}>{stateInWords}</Tag>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
