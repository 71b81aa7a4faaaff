const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, notation: 'standard' | 'compact'): Intl.NumberFormat {
  const key = `${currency} ${notation}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(undefined, { style: 'currency', currency, currencyDisplay: 'code', notation, ...(notation === 'compact' ? { maximumFractionDigits: 1 } : {}) });
    formats.set(key, format);
  }

  return format;
}

/** An amount in its currency, with the decimals that the currency has: `EUR 12,500.00`. */
export const formatMoney = (amount: number, currency: string): string => formatOf(currency, 'standard').format(amount).replaceAll('\u00a0', ' ');

/** An amount for a figure that is read at a glance: `EUR 1.2M`. */
export const formatMoneyShort = (amount: number, currency: string): string => formatOf(currency, 'compact').format(amount).replaceAll('\u00a0', ' ');

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

/** A count: `12,304`. */
export const formatCount = (count: number): string => whole.format(count);

/** A count with what is counted: `1 payment`, `2 payments`. */
export const formatNumberOf = (count: number, one: string): string => `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`;

/** A score from 0 to 1, with the two decimals that people compare. */
export const formatScore = (score: number): string => score.toFixed(2);

/** A share from 0 to 1 as a percentage. */
export const formatShare = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
