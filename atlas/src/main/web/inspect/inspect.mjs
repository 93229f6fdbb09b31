// Looks at a report in a real browser: `npm run inspect -- report.html folder`.
//
// Writes screenshots (desktop and phone, both languages, a cluster, paper as PDF) into the folder
// and fails on any accessibility violation (axe-core, WCAG 2.2 AA and best practices), content
// policy violation, console message, script error or request. The browser is the one that
// CHROMIUM names, by default /usr/bin/chromium.
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const [report, folder = 'inspected'] = process.argv.slice(2)
const address = pathToFileURL(resolve(report)).href
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const problems = []
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})

async function look(name, { width, height, hash = '', script = true, act = async () => {} }) {
  // The page's own policy forbids foreign scripts, axe too; it is judged in a pass that bypasses
  // the policy, the policy itself in a pass that does not.
  for (const audit of script ? [false, true] : [false]) {
    const context = await browser.newContext({ viewport: { width, height }, bypassCSP: audit, javaScriptEnabled: script })
    const page = await context.newPage()
    page.on('console', (message) => problems.push(`${name}: console: ${message.text()}`))
    page.on('pageerror', (error) => problems.push(`${name}: error: ${error.message}`))
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address && !request.url().startsWith('blob:')) problems.push(`${name}: request: ${request.url()}`)
    })
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))
    })
    await page.goto(address + hash)
    await act(page)
    await page.waitForTimeout(400)
    if (!audit) {
      await page.screenshot({ path: join(folder, `${name}.png`) })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
      if (wide) problems.push(`${name}: the page is wider than the screen`)
    } else {
      await page.addScriptTag({ path: axe })
      const { violations } = await page.evaluate(() =>
        window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
      )
      for (const violation of violations) {
        const nodes = violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim()})`)
        problems.push(`${name}: axe ${violation.id}: ${violation.nodes.length} × ${nodes.join('; ')}`)
      }
    }
    await context.close()
  }
}

const desktop = { width: 1440, height: 1000 }
const phone = { width: 390, height: 844 }
const small = { width: 360, height: 740 }
const openFirst = async (page) => {
  if ((await page.locator('#clusters tbody tr').count()) > 0) await page.locator('[data-testid=cluster-link]').nth(0).click()
}
const to = (selector) => (page) => page.locator(selector).first().evaluate((element) => element.scrollIntoView({ behavior: 'instant' }))
const zoom = async (page) => {
  if ((await page.locator('#world').count()) === 0) return
  await page.locator('#world').scrollIntoViewIfNeeded()
  await page.locator('#world').focus()
  for (let i = 0; i < 4; i++) await page.keyboard.press('+')
  await page.waitForTimeout(300)
}

for (const [language, other] of [['en', 'lang=en'], ['zh', 'lang=zh']]) {
  await look(`desktop-${language}`, { ...desktop, hash: `#${other}` })
  await look(`desktop-${language}-table`, { ...desktop, hash: `#${other}`, act: to('#ranking, #method') })
  await look(`desktop-${language}-method`, { ...desktop, hash: `#${other}`, act: to('#method') })
  await look(`desktop-${language}-quality`, { ...desktop, hash: `#${other}`, act: to('#quality') })
  await look(`desktop-${language}-cluster`, { ...desktop, hash: `#${other}`, act: openFirst })
  await look(`phone-${language}`, { ...phone, hash: `#${other}` })
  await look(`phone-${language}-table`, { ...phone, hash: `#${other}`, act: to('#ranking, #method') })
  await look(`phone-${language}-cluster`, { ...phone, hash: `#${other}`, act: openFirst })
}
await look('desktop-terms', { ...desktop, act: to('#terms') })
await look('desktop-zoomed', { ...desktop, act: zoom })
await look('desktop-search', {
  ...desktop,
  act: async (page) => {
    if ((await page.locator('#search').count()) > 0) await page.locator('#search').fill('china')
    await page.evaluate(() => document.querySelector('#map')?.scrollIntoView({ behavior: 'instant' }))
  },
})
await look('small-phone', { ...small, act: to('#ranking, #method') })
await look('small-phone-method', { ...small, act: to('#method') })
await look('without-script', { ...desktop, script: false })

const page = await browser.newPage()
await page.goto(address)
await page.pdf({ path: join(folder, 'paper.pdf'), format: 'A4', printBackground: false, preferCSSPageSize: true })
await browser.close()

if (problems.length > 0) {
  console.error([...new Set(problems)].join('\n'))
  process.exit(1)
}
console.log(`No problem found; screenshots in ${folder}.`)
