/**
 * Language tags as users write them, checked before anything relies on them.
 */

/** Whether a text is a well-formed language tag (BCP 47), such as `en` or `zh-Hans`. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
