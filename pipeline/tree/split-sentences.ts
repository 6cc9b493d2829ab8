/**
 * Splits a paragraph's text into sentences. Intl.Segmenter (Unicode UAX #29) proposes the breaks; a few rules take back
 * those that fall after an abbreviation, an initial, or inside a name.
 */

/** Words that end in a full stop in mid-sentence, without the stop, in lower case. */
const abbreviations = new Set(
  [
    'co ltd inc corp no nos vol vols pp p fig figs sec art ed eds dr mr mrs ms prof st vs cf al approx dept est gov sen rep gen col jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e viz',
    'г гг т тт с стр им ул д руб тыс млн млрд др пр см ср напр н акад проф',
    'z.b d.h mrd mio tsd nr bd bzw ca vgl usw s hrsg abs',
    'm mm mme mlle art cf éd p ex env',
  ]
    .join(' ')
    .split(' '),
)

/** Longer than any word whose stop may be no sentence's end. */
const lookBack = 80

const segmenters = new Map<string, Intl.Segmenter>()

/** Half-open ranges of the sentences of `text`, without the white space around them, in order. */
export function splitSentences(
  text: string,
  language: string,
): readonly { readonly start: number; readonly end: number }[] {
  const sentences: { start: number; end: number }[] = []
  let open: { start: number; end: number } | undefined
  for (const { segment, index } of segmentText(text, segmenterFor(language))) {
    const start = index + (segment.length - segment.trimStart().length)
    const end = index + segment.trimEnd().length
    if (end <= start) continue
    // Only the end of what is open is looked at, as it may grow long.
    if (open && continues(text.slice(Math.max(open.start, open.end - lookBack), open.end), text.slice(start, end)))
      open.end = end
    else {
      open = { start, end }
      sentences.push(open)
    }
  }
  return sentences
}

/** Characters given to the segmenter at a time: its own time grows with the square of the text's length. */
const windowLength = 4000

/** The segments of a text, window by window; the last of a window may be cut, and begins the next. */
function* segmentText(text: string, segmenter: Intl.Segmenter): Generator<{ segment: string; index: number }> {
  let from = 0
  let length = windowLength
  while (from < text.length) {
    const segments = [...segmenter.segment(text.slice(from, from + length))]
    const isLast = from + length >= text.length
    if (!isLast && segments.length === 1) {
      length *= 2
      continue
    }
    const whole = isLast ? segments : segments.slice(0, -1)
    for (const { segment, index } of whole) yield { segment, index: from + index }
    from += whole.reduce((sum, { segment }) => sum + segment.length, 0)
    length = windowLength
  }
}

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
    segmenters.set(language, segmenter)
  }
  return segmenter
}

/** Whether `next` goes on with the sentence that `before` seems to end. */
function continues(before: string, next: string): boolean {
  if (/^[\p{Ll}\p{Pf},;:.)\]>]/u.test(next)) return true
  // Nothing but closing marks and stops.
  if (/^["'”’».!?\s)\]]+$/u.test(next)) return true
  // `Also. In January …`: one word is no sentence.
  if (/^\p{L}+\.$/u.test(before)) return true
  if (!before.endsWith('.')) return false
  const word = /(\S+)\.$/u.exec(before)?.[1] ?? ''
  const bare = word.replace(/^["'“„«([]+/u, '')
  if (/^\p{Lu}$/u.test(bare)) return true
  // `"ACME. Green Works"`: a quoted name has just begun.
  if (/^["“„«]\p{Lu}+$/u.test(word)) return true
  return abbreviations.has(bare.toLowerCase())
}
