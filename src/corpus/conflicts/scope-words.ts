/**
 * Words that limit what a claim is said of, in classes: within one class, what is said of one does not speak of another. Words in
 * one group mean the same.
 */
export const classes: Record<string, string[]> = {
  platform: [
    'android',
    'ios|iphone|ipad|apple',
    'windows',
    'mac|macos|osx|macbook',
    'linux|ubuntu|debian|centos|fedora|redhat|rhel',
    'web|browser|website',
    'desktop',
    'mobile|smartphone|phone app',
    'tablet',
  ],
  browser: ['chrome', 'firefox', 'safari', 'edge'],
  plan: [
    'free|trial',
    'paid|full',
    'starter|basic|lite|essential|essentials|personal|solo|hobby',
    'standard|team|plus',
    'pro|professional|growth',
    'business|premium|advanced',
    'enterprise|ultimate|scale|unlimited',
  ],
  role: [
    'admin|admins|administrator|administrators|owner|owners',
    'agent|agents|editor|editors',
    'member|members',
    'guest|guests|viewer|viewers|visitor|visitors',
    'manager|managers|supervisor|supervisors',
  ],
  direction: ['inbound|incoming|received', 'outbound|outgoing|sent'],
  transfer: [
    'upload|uploads|uploaded|uploading|import|imports|imported|importing',
    'download|downloads|downloaded|downloading|export|exports|exported|exporting',
  ],
  extreme: ['minimum|min', 'maximum|max', 'default|defaults', 'average|typical'],
  period: [
    'monthly|per month|a month|each month|every month',
    'yearly|annual|annually|per year|a year|each year|every year',
    'weekly|per week|a week|each week|every week',
    'daily|per day|a day|each day|every day',
    'hourly|per hour|an hour|each hour|every hour',
    'per minute|a minute|each minute',
    'per second|a second',
  ],
  stage: ['until|previously|formerly|legacy|classic|originally|used to', 'since|from now on'],
  order: ['first|primary', 'second|secondary|additional|extra', 'third', 'last|final'],
  place: ['on-premises|premises|server|self-hosted', 'cloud|online|hosted|saas'],
  channel: [
    'sms|text message|text messages',
    'whatsapp',
    'email|e-mail|emails|mail',
    'voice',
    'chat',
    'push',
    'fax',
    'phone|telephone',
  ],
  region: [
    'us|usa|united states|america|american',
    'uk|united kingdom|britain|british|england',
    'eu|europe|european',
    'india|indian',
    'canada|canadian',
    'australia|australian',
    'germany|german',
    'france|french',
    'japan|japanese',
    'china|chinese',
    'brazil',
    'asia|apac',
    'international|abroad|overseas|foreign',
    'domestic|national|local',
  ],
  payment: ['card|cards|credit card|debit card', 'bank|wire', 'cash', 'paypal', 'invoice|invoices'],
  environment: ['test|testing|sandbox|staging', 'live|production'],
  state: ['archive|archived|archiving', 'deleted|trash|bin', 'shared', 'private', 'public'],
  customer: ['company|companies|organisation|organization', 'individual|individuals'],
  day: ['weekday|weekdays', 'weekend|weekends|saturday|sunday', 'holiday|holidays'],
}

/** Words that say where something holds, and not what it is. */
export const placeWords = [...classes['platform']!, ...classes['plan']!, ...classes['region']!].flatMap((group) =>
  group.split('|'),
)
