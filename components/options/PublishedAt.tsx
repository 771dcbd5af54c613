import { PUBLISHED_AT } from '../../data/import/known-files';

/** Links for the user to follow; nothing is fetched. */
export function PublishedAt() {
  return (
    <>
      they are published by <a href={PUBLISHED_AT.cms}>CMS</a> and by <a href={PUBLISHED_AT.cdc}>CDC/NCHS</a>.
    </>
  );
}
