import type { Language, Report, Text } from './data'

/** The page's words and numbers in the language chosen now. */
export class Words {
  constructor(
    private readonly report: Report,
    public language: Language,
  ) {}

  /** The text in the language chosen. */
  pick(text: Text): string {
    return (this.language === 'zh' ? text[1] : undefined) ?? text[0]
  }

  /** The message of a key, with its placeholders filled. */
  say(key: string, ...values: (string | number)[]): string {
    const message = this.report.messages[this.language][key] ?? key
    return message.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole))
  }

  economies(codes: string[]): string {
    return codes.map((code) => this.pick(this.report.economies[code] ?? [code])).join(this.language === 'zh' ? '、' : ', ')
  }
}

/** A number with grouping and a fixed number of decimals; an en dash when unknown. */
export function number(value: number | null, decimals: number): string {
  if (value === null) return '–'
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** A count that may be whole or fractional. */
export function count(value: number): string {
  return number(value, Number.isInteger(value) || value >= 1000 ? 0 : value >= 10 ? 1 : 2)
}
