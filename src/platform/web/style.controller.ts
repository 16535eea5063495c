import { Controller, Get } from '@nestjs/common';
import { type Page, page } from './answer.js';
import { Allow } from './policy.js';

const COLOURS = ['primary', 'secondary', 'accent', 'neutral', 'info', 'success', 'warning', 'error'];
const TONES = ['met', 'again', 'not_yet', 'person', 'ours'];
const ICONS = ['shop', 'products', 'orders', 'market', 'speaker', 'down'];

/** Every component of the pages side by side, for whoever adds one and for the test that looks at them by day and by night. */
@Controller('style')
@Allow('anyone')
export class StyleController {
  @Get()
  show(): Page {
    return page('style/style', {
      colours: COLOURS,
      tones: TONES.map((tone) => ({ tone, label: `practice.tone_${tone}` })),
      icons: ICONS,
      alerts: ['info', 'success', 'warning', 'error'],
      rings: [0, 2, 5].map((done) => ({ done, of: 5 })),
      choices: ['th', 'en'],
      problems: [{ field: 'wrong', key: 'style.problem' }],
    });
  }
}
