/** A list in Markdown: titles, each a link where it has an address. */
export const listLinks = (links: readonly { title: string; url?: string }[]): string =>
  links.map(({ title, url }) => (url ? `- [${title}](${url})` : `- ${title}`)).join('\n');
