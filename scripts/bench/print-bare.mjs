// The bare limit: starts the browser named in the first argument and prints the HTML files named in the others, one
// after another on one page, to nowhere. A file whose contents ask for page numbers is printed twice, as it must be.
import { readFile } from 'node:fs/promises'
import puppeteer from 'puppeteer-core'

const [, , description, ...files] = process.argv
const { path, args } = JSON.parse(description)
const browser = await puppeteer.launch({ executablePath: path, args, ignoreDefaultArgs: true, pipe: true })
const page = await browser.newPage()
await page.setJavaScriptEnabled(false)
for (const file of files) {
  const html = await readFile(file, 'utf8')
  const options = { preferCSSPageSize: true, printBackground: true }
  await page.setContent(html)
  if (html.includes('data-page-of=')) await page.pdf({ ...options, tagged: false, outline: false })
  await page.pdf({ ...options, tagged: true, outline: true })
}
await browser.close()
