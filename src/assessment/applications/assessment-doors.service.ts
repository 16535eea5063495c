import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Catalogues, type Language } from '../../platform/web/i18n.js';
import { sayMoment } from '../../platform/web/view-helpers.js';
import { type HomeDoor, HomeDoors, type HomeDoorsSource } from '../../practice/pages/home-doors.js';
import { Decisions } from '../decisions/decisions.service.js';
import { type Round, Rounds } from '../rounds/rounds.service.js';
import { SessionAttempts } from '../sessions/session-attempts.service.js';
import { type Application, Applications } from './applications.service.js';

/** How long a decision is news on her first page. */
const NEWS_FOR_DAYS = 30;

type Standing = 'running' | 'to_agree' | 'agreed' | 'decided';

/** Tells a candidate on her first page how her assessments stand; the exercises themselves are shown only while a session of hers runs. */
@Injectable()
export class AssessmentDoors implements OnModuleInit, HomeDoorsSource {
  constructor(
    private readonly doors: HomeDoors,
    private readonly rounds: Rounds,
    private readonly applications: Applications,
    private readonly attempts: SessionAttempts,
    private readonly decisions: Decisions,
    private readonly catalogues: Catalogues,
  ) {}

  onModuleInit(): void {
    this.doors.add(this);
  }

  async of(personId: string, language: Language): Promise<HomeDoor[]> {
    const found = await this.applications.ofLearner(personId);
    const doors = await Promise.all(found.map((application) => this.door(application, language)));
    return doors.filter((door) => door !== null);
  }

  private async door(application: Application, language: Language): Promise<HomeDoor | null> {
    const round = await this.rounds.get(application.roundId);
    const standing = await this.standing(application, round);
    if (!standing) return null;
    const say = (key: string) =>
      this.catalogues.say(language, `rounds.${key}`, {
        round: round.name,
        when: sayMoment(language, 'moment', round.opensAt),
      });
    return {
      href: `/assessments/${application.id}`,
      heading: say(`door_heading_${standing}`),
      text: say(`door_text_${standing}`),
      button: say(`door_button_${standing}`),
      isUrgent: standing === 'running' || standing === 'to_agree',
    };
  }

  private async standing(application: Application, round: Round): Promise<Standing | null> {
    if (await this.attempts.runningFor(application)) return 'running';
    const decision = await this.decisions.newest(application.id);
    if (decision) return isNews(decision.signedAt) ? 'decided' : null;
    if (round.status !== 'open') return null;
    return application.learnerAgreedAt ? 'agreed' : 'to_agree';
  }
}

const isNews = (signedAt: string): boolean => Date.now() - Date.parse(signedAt) < NEWS_FOR_DAYS * 24 * 3_600_000;
