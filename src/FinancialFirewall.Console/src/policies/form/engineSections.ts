import { choice, plain, text, truth, whole, type Field, type Section } from './fields';

const longestMs = 300_000;

const withKind = (...values: string[]) => ({ goesWith: { path: ['bankFraudApiConfig', 'authentication', 'type'], values } });

const mapped = (member: string, label: string): Field => plain('MAPPING', `bankFraudApiConfig.responseMapping.${member}`, label, { usual: `The member ${member}` });

/** The bank's own fraud engine: how it is asked, and what is done where it does not answer. */
export const engineSections: readonly Section[] = [
  {
    key: 'engine',
    title: 'Connection',
    text: 'The bank’s own fraud engine. This firewall keeps these settings and does not call engines: a payment that one would be asked about gets the fallback, marked as degraded.',
    groups: [
      {
        fields: [
          text('bankFraudApiConfig.apiName', 'Name', 100),
          text('bankFraudApiConfig.apiUrl', 'Address', 2_000, { hint: 'http or https, without user name and password. Secrets have to be written anew where it leads to another host.' }),
          choice('bankFraudApiConfig.httpMethod', 'Method', ['GET', 'POST', 'PUT', 'PATCH'].map((one) => [one, one] as const), { usual: 'POST' }),
          truth('bankFraudApiConfig.enabled', 'The engine is asked', true),
        ],
      },
      {
        title: 'Authentication',
        text: 'Secrets are kept encrypted and never shown again.',
        fields: [
          choice('bankFraudApiConfig.authentication.type', 'Kind', [
            ['API_KEY', 'API key'],
            ['BASIC', 'User name and password'],
            ['BEARER_TOKEN', 'Bearer token'],
            ['CUSTOM_HEADERS', 'Headers of its own'],
            ['CUSTOM', 'Headers of its own (other spelling)'],
          ], { usual: 'None' }),
          plain('SECRET', 'bankFraudApiConfig.authentication.apiKey', 'API key', withKind('API_KEY')),
          text('bankFraudApiConfig.authentication.apiKeyHeader', 'Header of the API key', 256, { usual: 'X-API-Key', ...withKind('API_KEY') }),
          text('bankFraudApiConfig.authentication.username', 'User name', 256, withKind('BASIC')),
          plain('SECRET', 'bankFraudApiConfig.authentication.password', 'Password', withKind('BASIC')),
          plain('SECRET', 'bankFraudApiConfig.authentication.bearerToken', 'Bearer token', withKind('BEARER_TOKEN')),
          plain('HEADERS', 'bankFraudApiConfig.authentication.headers', 'Headers that authenticate', withKind('CUSTOM_HEADERS', 'CUSTOM')),
        ],
      },
      { title: 'Headers', fields: [plain('HEADERS', 'bankFraudApiConfig.headers', 'Headers of each request', { hint: 'At most 64; values are secrets.' })] },
    ],
  },
  {
    key: 'messages',
    title: 'Request and answer',
    text: 'What the engine is sent, and where its answer says what.',
    groups: [
      { title: 'Request', fields: [plain('TEMPLATE', 'bankFraudApiConfig.requestTemplate', 'Template', { hint: 'A JSON object; ${amount} and other members of the payment are filled in.', usual: 'The whole payment' })] },
      {
        title: 'Answer',
        text: 'JSON paths, and what the engine’s words mean.',
        fields: [mapped('riskScore', 'Score'), mapped('decision', 'Decision'), mapped('riskLevel', 'Level'), mapped('reason', 'Reason'), mapped('riskFactors', 'Factors')],
      },
    ],
  },
  {
    key: 'patience',
    title: 'Time and failures',
    text: 'How long is waited, how often is tried, and when the engine is left alone.',
    groups: [
      {
        title: 'Time',
        fields: [
          whole('timeoutConfig.timeoutMs', 'One attempt', 1, longestMs, { unit: 'ms' }),
          whole('timeoutConfig.timeoutSeconds', 'One attempt, in seconds', 1, 300, { unit: 's', hint: 'Instead of milliseconds.' }),
          whole('timeoutConfig.deadlineMs', 'All attempts together', 1, longestMs, { unit: 'ms', usual: '5000' }),
          whole('timeoutConfig.timeoutMinutes', 'The assessment expires after', 1, 129_600, { unit: 'minutes' }),
          whole('bankFraudApiConfig.timeout', 'One attempt, stated with the engine', 1, 300, { unit: 's', isRare: true }),
          whole('bankFraudApiConfig.deadlineMs', 'All attempts, stated with the engine', 1, longestMs, { unit: 'ms', isRare: true }),
        ],
      },
      {
        title: 'Attempts',
        fields: [
          whole('retryConfig.maxRetries', 'Further attempts', 0, 10),
          whole('retryConfig.retryDelayMs', 'Pause before the first', 0, 60_000, { unit: 'ms' }),
          { kind: 'NUMBER', path: ['retryConfig', 'backoffMultiplier'], label: 'Each pause is longer by', from: 1, to: 10, decimals: 4, unit: 'times' },
          whole('bankFraudApiConfig.retries', 'Further attempts, stated with the engine', 0, 10, { isRare: true }),
        ],
      },
      {
        title: 'Circuit breaker',
        fields: [
          truth('circuitBreakerConfig.enabled', 'Leave an engine alone that fails', false),
          whole('circuitBreakerConfig.failureThreshold', 'After failures in a row', 1, 10_000),
          whole('circuitBreakerConfig.recoveryTimeout', 'For', 1, 3_600_000, { unit: 'ms' }),
          whole('circuitBreakerConfig.halfOpenMaxCalls', 'Then try with calls', 1, 10_000),
        ],
      },
    ],
  },
  {
    key: 'watching',
    title: 'Watching and alerts',
    text: 'What is counted, logged, and raised as an alert.',
    groups: [
      { title: 'Watching', fields: [truth('monitoringConfig.enabled', 'Watch this configuration', false), truth('monitoringConfig.metricsEnabled', 'Count', false), truth('monitoringConfig.loggingEnabled', 'Log', false)] },
      { title: 'Alerts', fields: [truth('alertingConfig.enabled', 'Raise alerts', false), truth('alertingConfig.highRiskAlerts', 'For high risks', false), truth('alertingConfig.criticalRiskAlerts', 'For critical risks', false), truth('alertingConfig.apiFailureAlerts', 'Where the engine fails', false)] },
    ],
  },
];
