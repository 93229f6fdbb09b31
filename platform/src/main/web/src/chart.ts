import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { TableFigures } from './series'

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/** Draws and keeps drawn; returns what ends it. */
export function drawChart(place: HTMLElement, type: string, figures: TableFigures, language: string): () => void {
  const chart = echarts.init(place, null, { renderer: 'svg' })
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const paint = () => chart.setOption(optionOf(place, type, figures, language, !still.matches), true)
  paint()
  const size = new ResizeObserver(() => chart.resize())
  size.observe(place)
  dark.addEventListener('change', paint)
  return () => {
    size.disconnect()
    dark.removeEventListener('change', paint)
    chart.dispose()
  }
}

function optionOf(place: HTMLElement, type: string, figures: TableFigures, language: string, moving: boolean): echarts.EChartsCoreOption {
  const style = getComputedStyle(place)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const ink = colour('--ronghe-ink')
  const soft = colour('--ronghe-soft')
  const line = colour('--ronghe-line')
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const font = { fontFamily: style.fontFamily, color: soft }
  return {
    animation: moving,
    animationDuration: 300,
    color: ['--ronghe-series-1', '--ronghe-series-2', '--ronghe-series-3', '--ronghe-series-4'].map(colour),
    textStyle: { fontFamily: style.fontFamily },
    grid: { left: 4, right: 12, top: figures.series.length > 1 ? 34 : 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { show: figures.series.length > 1, top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { ...font, color: ink } },
    // Drawn, not marked up: the page's policy allows no style in markup.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colour('--ronghe-paper'),
      borderColor: line,
      textStyle: { ...font, color: ink },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? number.format(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: figures.names,
      boundaryGap: type !== 'line',
      axisLabel: font,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'value',
      axisLabel: { ...font, formatter: (value: number) => number.format(value) },
      splitLine: { lineStyle: { color: line } },
    },
    series: figures.series.map(({ name, values }) => ({
      name,
      type: type === 'line' ? 'line' : 'bar',
      data: values,
      showSymbol: values.length < 16,
      barMaxWidth: 36,
      ...(type === 'stack' ? { stack: 'all' } : {}),
    })),
  }
}
