/**
 * The anchor of a paragraph or sentence on its source page: pages that lead there and the page itself must agree on it.
 */

/** `p12.3` for the sentence `report-p12.3` of the seed `report`: the page is the seed's own. */
export function placeAnchor(seedId: string, id: string): string {
  return id.slice(seedId.length + 1)
}
