/** Reads the table a chart is drawn from: the first column names, every other column is a series. */
export interface Series {
  name: string
  values: (number | null)[]
}
export interface TableFigures {
  names: string[]
  series: Series[]
}

export function figuresOf(table: HTMLTableElement): TableFigures {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => text(cell))
  const rows = [...table.tBodies].flatMap((body) => [...body.rows])
  return {
    names: rows.map((row) => text(row.cells[0])),
    series: heads.slice(1).map((name, index) => ({
      name,
      values: rows.map((row) => numberOf(row.cells[index + 1])),
    })),
  }
}

/** The cell's `data-value` where it has one, since what is printed is rounded and grouped. */
function numberOf(cell: HTMLTableCellElement | undefined): number | null {
  const raw = cell?.dataset['value'] ?? text(cell).replace(/[,\s]/g, '')
  const value = Number(raw)
  return raw === '' || Number.isNaN(value) ? null : value
}

function text(cell: Element | undefined): string {
  return cell?.textContent?.trim().replace(/\s+/g, ' ') ?? ''
}
