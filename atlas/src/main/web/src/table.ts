import { csv } from './csv'
import type { Cluster, Report } from './data'
import { find } from './dom'
import { matches, searchText, sorted, startsDescending, type Order } from './rows'
import { number, type Words } from './words'

/** So many rows are shown at first; the rest on request, and always on paper. */
const FIRST_ROWS = 100

/** The table: sorting, searching, showing more, and the download of what is shown. */
export class Table {
  private readonly rows = new Map<number, HTMLTableRowElement>()
  private readonly texts = new Map<Cluster, string>()
  private readonly body = find<HTMLTableSectionElement>('#clusters tbody')
  private readonly search = find<HTMLInputElement>('#search')
  private readonly more = find<HTMLButtonElement>('#show-all')
  private order: Order = { column: 'rank', descending: false }
  private all = false
  private shown: Cluster[] = []

  /** @param onFilter told which clusters match, whenever that changes */
  constructor(
    private readonly report: Report,
    private readonly words: Words,
    private readonly onFilter: (labels: Set<number> | null) => void,
    private readonly onPoint: (label: number | null) => void,
  ) {
    for (const row of this.body?.rows ?? []) {
      const label = Number(row.dataset.cluster)
      this.rows.set(label, row)
      row.addEventListener('pointerenter', () => this.onPoint(label))
      row.addEventListener('pointerleave', () => this.onPoint(null))
      row.addEventListener('focusin', () => this.onPoint(label))
      row.addEventListener('focusout', () => this.onPoint(null))
    }
    for (const cluster of report.clusters) this.texts.set(cluster, searchText(cluster, report))
    for (const head of document.querySelectorAll<HTMLTableCellElement>('#clusters th[data-sort]')) this.makeSortable(head)
    this.search?.addEventListener('input', () => this.update())
    this.more?.addEventListener('click', () => {
      this.all = true
      this.update()
    })
    const link = find<HTMLAnchorElement>('#download')
    link?.addEventListener('click', () => this.download(link))
  }

  private makeSortable(head: HTMLTableCellElement): void {
    const column = head.dataset.sort ?? 'rank'
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => {
      const again = this.order.column === column
      this.order = { column, descending: again ? !this.order.descending : startsDescending(column) }
      for (const other of document.querySelectorAll('#clusters th[data-sort]')) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', this.order.descending ? 'descending' : 'ascending')
      this.update()
    })
  }

  /** Puts the rows in order, hides what does not match, and says how many do. */
  update(): void {
    const query = this.search?.value.trim() ?? ''
    const found = this.report.clusters.filter((cluster) => matches(this.texts.get(cluster) ?? '', query))
    this.shown = sorted(found, this.order, this.words.language, (codes) => this.words.economies(codes))
    const matching = new Set(found.map((cluster) => cluster.l))
    this.shown.forEach((cluster, i) => {
      const row = this.rows.get(cluster.l)
      if (!row) return
      row.hidden = false
      row.classList.toggle('later', !this.all && i >= FIRST_ROWS)
      this.body?.append(row)
    })
    for (const [label, row] of this.rows) {
      if (!matching.has(label)) row.hidden = true
    }
    const total = number(this.report.clusters.length, 0)
    const shownText = find('#shown')
    if (shownText) {
      shownText.textContent =
        found.length === 0 ? this.words.say('none-match', query) : this.words.say('shown', number(found.length, 0), total)
    }
    if (this.more) {
      this.more.hidden = this.all || found.length <= FIRST_ROWS
      this.more.textContent = this.words.say('show-all', number(found.length, 0))
    }
    this.onFilter(query === '' ? null : matching)
  }

  /** Marks a row as the one the map points at, or none. */
  point(label: number | null): void {
    for (const [other, row] of this.rows) row.classList.toggle('pointed', other === label)
  }

  /** Marks a row as the one whose cluster is or was last open. */
  select(label: number | null): void {
    for (const [other, row] of this.rows) row.classList.toggle('selected', other === label)
  }

  /** Lets the keyboard continue at a row, without moving the page. */
  focus(label: number): void {
    this.rows.get(label)?.querySelector('a')?.focus({ preventScroll: true })
  }

  private download(link: HTMLAnchorElement): void {
    const file = new Blob([csv(this.shown, this.report, this.words)], { type: 'text/csv;charset=utf-8' })
    const address = URL.createObjectURL(file)
    link.href = address
    setTimeout(() => {
      URL.revokeObjectURL(address)
      link.href = '#ranking'
    }, 1000)
  }
}
