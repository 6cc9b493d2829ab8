/**
 * Turns of phrase that open paragraphs far more often than sentences within one: a weak witness, heard only where the
 * line widths allow a paragraph but do not prove it.
 */

/** At the head of a line. */
export const paragraphOpeners =
  /^(?:(?:in|by|at the (?:end|beginning) of) (?:the )?(?:(?:first|second|third|fourth|early|late|mid-?)\s?(?:half|quarter)? ?(?:of )?)?(?:january|february|march|april|may|june|july|august|september|october|november|december)?,? ?(?:1[5-9]|20)\d\d\b|as (?:for|to|regards)\b|another\b|and another\b|the next\b|a little later\b|finally,|in conclusion\b|let us\b|for reference\b|(?:в|с|к) (?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)?\s?(?:1[5-9]|20)\d\d|что касается\b|кроме того,|таким образом,|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)?\s?(?:1[5-9]|20)\d\d|quant à\b|im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)? ?(?:jahre? )?(?:1[5-9]|20)\d\d)/iu
