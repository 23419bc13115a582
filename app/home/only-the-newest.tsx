import { Link } from "@/app/ui/link";

/** Said where somebody has more experiments than one page shows. */
export const OnlyTheNewest = () => (
  <p>
    You have so many experiments that only the newest stand here. <Link href="/experiments">Find any of them</Link>{" "}
    among all experiments.
  </p>
);
