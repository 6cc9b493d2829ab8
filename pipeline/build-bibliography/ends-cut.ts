/**
 * Tells from the last characters of a reference whether more must have followed.
 */

/** Whether the text stops inside a word, a bracket or a description. */
export function endsCut(text: string, url: string | undefined): boolean {
  const end = text.slice(-200).trimEnd()
  if (url && text.trimEnd().endsWith(url)) return /[-=&%?]$/u.test(url)
  if (/[\p{L}\d]-$|[,:;([«„“]$|\s\/{1,2}$|[\p{L}\d.]\s[-–—]$|\s&$/u.test(end)) return true
  if (openWords.test(end) || /[-–—,;]\s(?:[CСcсPpSsТт]|pp|PP)\.?$/u.test(end)) return true
  return /\[[^\]]{0,60}$/u.test(end)
}

const openWords =
  /(?:^|[\s(])(?:(?:vol|no|nr|вып|bd)\.|№|and|und|et|the|of|in|for|with|для|и|в|на|der|die|das|des|und|du|de|la|le)$/u
