import { noticeSentence } from "./notices";
import { Notice } from "./ui/notice";

/** The notice at the top of the page that a change led to. */
export async function PageNotice({ search }: { search: PageProps<"/">["searchParams"] }) {
  const sentence = noticeSentence(await search);
  return (
    sentence && (
      <Notice>
        <p>{sentence}</p>
      </Notice>
    )
  );
}
