/**
 * What a note prints as an address may be of any scheme; only those of the web become links.
 */

/** Whether an address can be a link in a list. */
export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^(?:https?|ftp):\/\/\S+$/iu.test(url)
}
