import './report.css'
import { ClusterView } from './cluster'
import type { Language, Report } from './data'
import { find } from './dom'
import { WorldMap } from './map'
import { parse, print, type Route } from './route'
import { Table } from './table'
import { Words } from './words'

const TAGS: Record<Language, string> = { en: 'en', zh: 'zh-CN' }

function start(report: Report): void {
  const words = new Words(report, parse(location.hash).language ?? report.language)
  let route: Route = parse('')
  const point = (label: number | null): void => {
    table.point(label)
    map.point(label)
  }
  const map = new WorldMap(report, words, point)
  const table = new Table(report, words, (matching) => map.filter(matching), point)
  const view = new ClusterView(report, words, (label) => {
    go({ section: '', cluster: null })
    table.focus(label) // the link that led here may be gone; the cluster's row never is
  })

  /** Goes to a place in the page without adding a step to the reader's way back. */
  function go(to: { section: string; cluster: number | null }): void {
    const hash = print({ ...to, language: words.language }, report.language)
    history.replaceState(null, '', hash || location.pathname + location.search)
    follow()
  }

  function follow(): void {
    route = parse(location.hash)
    const language = route.language ?? report.language
    if (language !== words.language) speak(language)
    if (route.cluster !== null && view.show(route.cluster)) {
      map.wantFineLand()
      table.select(route.cluster)
      map.select(route.cluster)
    } else {
      view.hide()
      if (route.section) document.getElementById(route.section)?.scrollIntoView()
    }
  }

  function speak(language: Language): void {
    words.language = language
    document.documentElement.lang = TAGS[language]
    document.title = `${words.pick(report.title)} · Ronghe`
    for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === language))
    }
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>('[data-label]')) {
      element.setAttribute('aria-label', words.say(element.dataset.label ?? ''))
    }
    for (const element of document.querySelectorAll<HTMLInputElement>('[data-placeholder]')) {
      element.placeholder = words.say(element.dataset.placeholder ?? '')
    }
    table.update()
    map.translate()
    view.translate()
  }

  for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
    button.addEventListener('click', () => {
      const language = button.dataset.language as Language
      speak(language)
      history.replaceState(null, '', print({ ...route, language }, report.language) || location.pathname + location.search)
      route = parse(location.hash)
    })
  }
  // Links inside the page keep the language and pass through one place.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement | SVGAElement>('a[href^="#"]') : null
    if (!link || link.id === 'download' || event.defaultPrevented) return
    event.preventDefault()
    const target = parse(link.getAttribute('href') ?? '')
    const hash = print({ ...target, language: words.language }, report.language)
    if (hash === location.hash) follow()
    else location.hash = hash
    if (target.section) find<HTMLElement>(`#${target.section}`)?.focus({ preventScroll: true })
  })
  addEventListener('hashchange', follow)
  document.documentElement.classList.add('js')
  speak(words.language)
  follow()
}

const data = find('#report-data')?.textContent
if (data) start(JSON.parse(data) as Report)
