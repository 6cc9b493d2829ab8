// The bare limit: starts the browser named in the first argument and prints the HTML files named in the others, one
// after another on one page, to nowhere.
import { readFile } from 'node:fs/promises'
import puppeteer from 'puppeteer'

const [, , description, ...files] = process.argv
const { path, args } = JSON.parse(description)
const browser = await puppeteer.launch({ executablePath: path, args, ignoreDefaultArgs: true, pipe: true })
const page = await browser.newPage()
await page.setJavaScriptEnabled(false)
for (const file of files) {
  await page.setContent(await readFile(file, 'utf8'))
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
}
await browser.close()
