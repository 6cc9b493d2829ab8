/**
 * What the PDF of a brief says of itself besides its title, and the data that it carries: the whole view model that its
 * page was filled from, for programs. No template has a say in it.
 */
import type { Brief } from '../contract/brief.ts'
import type { Config } from '../contract/config.ts'
import type { PageMetadata } from '../contract/page.ts'

/** Metadata of a brief, with the brief as `brief.json`. */
export function describeBrief(brief: Brief, { commit }: Pick<Config, 'commit'>): PageMetadata {
  return {
    date: brief.date,
    author: brief.publisher,
    subject: brief.publication,
    keywords: [brief.theme.title, brief.audience.title],
    source: [
      ...brief.sources.map(({ path, sha256 }) => `${path} (sha256 ${sha256})`),
      ...(commit ? [`git commit ${commit.hash}`] : []),
    ].join('; '),
    attachment: {
      name: 'brief.json',
      mediaType: 'application/json',
      description: brief.title,
      text: `${JSON.stringify(withoutPictures(brief))}\n`,
    },
  }
}

/** The pictures of charts stand on the page; their rows stay. */
function withoutPictures(brief: Brief): Brief {
  return { ...brief, charts: brief.charts.map(chart => ({ ...chart, picture: null })) }
}
