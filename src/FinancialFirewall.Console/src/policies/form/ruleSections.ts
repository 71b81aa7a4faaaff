import { amount, plain, score, texts, truth, whole, type Field, type Section } from './fields';

const most = 1_000_000_000;

const weight = (factor: string, label: string, usual: string): Field => score(`riskRules.weights.${factor}`, label, { usual, hint: 'What it adds to the score.' });

/** The seven families of rules, each factor with its weight. */
export const ruleSections: readonly Section[] = [
  {
    key: 'amount',
    title: 'Amounts',
    text: 'Amounts are compared in the base currency; by currency, they hold for payments in those currencies as sent, and for no others.',
    groups: [
      { title: 'High amounts', fields: [amount('riskRules.amountRules.highAmountThreshold', 'High above'), weight('highAmount', 'Weight of a high amount', '0.3')] },
      { title: 'Very high amounts', text: 'Instead of the high one, not beside it.', fields: [amount('riskRules.amountRules.veryHighAmountThreshold', 'Very high above'), weight('veryHighAmount', 'Weight of a very high amount', '0.5')] },
      {
        title: 'Round amounts',
        fields: [
          truth('riskRules.amountRules.roundAmountRisk', 'Round amounts are a risk', false),
          amount('riskRules.amountRules.roundAmountUnit', 'A multiple of', { usual: '100', hint: 'Of the amount as sent.' }),
          weight('roundAmount', 'Weight of a round amount', '0.1'),
        ],
      },
    ],
  },
  {
    key: 'frequency',
    title: 'Frequency',
    text: 'How often and how much the account pays, this payment included.',
    groups: [
      { title: 'In 24 hours', fields: [whole('riskRules.frequencyRules.dailyThreshold', 'More payments than', 0, most), weight('highDailyFrequency', 'Weight of many payments a day', '0.2'), amount('riskRules.frequencyRules.dailyAmountThreshold', 'A sum above'), weight('highDailyAmount', 'Weight of a high sum a day', '0.2')] },
      { title: 'In 7 days', fields: [whole('riskRules.frequencyRules.weeklyThreshold', 'More payments than', 0, most), weight('highWeeklyFrequency', 'Weight of many payments a week', '0.3'), amount('riskRules.frequencyRules.weeklyAmountThreshold', 'A sum above'), weight('highWeeklyAmount', 'Weight of a high sum a week', '0.3')] },
    ],
  },
  {
    key: 'location',
    title: 'Location',
    text: 'Where the payment was initiated, and where it goes from and to.',
    groups: [
      { title: 'Countries', fields: [texts('riskRules.locationRules.highRiskCountries', 'High-risk countries', 300, 'KP', { hint: 'Two-letter codes.' }), weight('highRiskCountry', 'Weight of a high-risk country', '0.4')] },
      { title: 'Addresses', fields: [texts('riskRules.locationRules.suspiciousIpRanges', 'Suspicious IP ranges', 10_000, '10.0.0.0/8 or 2001:db8::/32'), weight('suspiciousIp', 'Weight of a suspicious address', '0.3')] },
    ],
  },
  {
    key: 'time',
    title: 'Time',
    text: 'By the moment at which the payment was initiated, on the clock and the calendar of one time zone.',
    groups: [
      { fields: [plain('ZONE', 'riskRules.timeRules.timeZone', 'Time zone', { usual: 'UTC', hint: 'An IANA time zone.' })] },
      {
        title: 'Off hours',
        fields: [
          truth('riskRules.timeRules.offHoursRisk', 'Off hours are a risk', false),
          whole('riskRules.timeRules.offHoursStart', 'From', 0, 23, { usual: '22', unit: 'o’clock' }),
          whole('riskRules.timeRules.offHoursEnd', 'Until', 0, 24, { usual: '6', unit: 'o’clock', hint: 'Not included; past midnight where it is before the start.' }),
          weight('offHours', 'Weight of off hours', '0.1'),
        ],
      },
      {
        title: 'Weekends',
        fields: [truth('riskRules.timeRules.weekendRisk', 'Weekends are a risk', false), plain('DAYS', 'riskRules.timeRules.weekendDays', 'Days of the weekend', { usual: 'Saturday and Sunday' }), weight('weekend', 'Weight of a weekend', '0.1')],
      },
    ],
  },
  {
    key: 'account',
    title: 'Account',
    text: 'Who pays, and whether the payment crosses a border.',
    groups: [
      {
        title: 'New accounts',
        fields: [
          truth('riskRules.accountRules.newAccountRisk', 'New accounts are a risk', false),
          whole('riskRules.accountRules.newAccountDays', 'New for', 1, 3_650, { usual: '30', unit: 'days' }),
          weight('newAccount', 'Weight of a new account', '0.2'),
        ],
      },
      { title: 'Borders', fields: [truth('riskRules.accountRules.crossBorderRisk', 'Crossing a border is a risk', false, 'Where both countries are known and differ.'), weight('crossBorder', 'Weight of crossing a border', '0.3')] },
    ],
  },
  {
    key: 'device',
    title: 'Device',
    text: 'What the payment was made with.',
    groups: [
      { title: 'New devices', fields: [truth('riskRules.deviceRules.newDeviceRisk', 'New devices are a risk', false, 'Never used by this account, which has used another one.'), weight('newDevice', 'Weight of a new device', '0.2')] },
      { title: 'Programs', fields: [texts('riskRules.deviceRules.suspiciousUserAgents', 'Suspicious user agents', 1_000, 'headless', { hint: 'Parts of the name, in upper or lower case.' }), weight('suspiciousUserAgent', 'Weight of a suspicious program', '0.3')] },
    ],
  },
  {
    key: 'pattern',
    title: 'Patterns',
    text: 'Regular expressions that the whole text matches, in time linear in its length; upper and lower case differ.',
    groups: [
      { title: 'References', fields: [texts('riskRules.patternRules.suspiciousReferencePatterns', 'Suspicious references', 256, '0{8,}'), weight('suspiciousReference', 'Weight of a suspicious reference', '0.2')] },
      { title: 'Descriptions', fields: [texts('riskRules.patternRules.suspiciousDescriptionPatterns', 'Suspicious descriptions', 256, '(?i).*gift ?card.*'), weight('suspiciousDescription', 'Weight of a suspicious description', '0.2')] },
    ],
  },
  { key: 'custom', title: 'Custom rules', text: 'Conditions over the payment and its history, in the rule language.', groups: [], special: 'CUSTOM_RULES' },
];
