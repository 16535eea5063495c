import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Page, page, type SeeOther, seeOther, success } from '../../platform/web/answer.js';
import { Allow } from '../../platform/web/policy.js';
import { Me, type Signed } from '../../platform/web/request.js';
import { type Problem, Refusal } from '../../shared/refusal.js';
import { type AddressStep, addressStep } from '../addresses/address-form.js';
import { DELIVERY_ZONES } from '../addresses/delivery-zone.js';
import { loadCategories } from '../catalogue/categories.js';
import { Media, type StoredPhoto } from '../media/media.service.js';
import { MarketAccess, type Standing } from '../sandboxes/market-access.service.js';
import { markLike } from '../shops/name-likeness.js';
import { missingSteps, PAYMENT_METHODS } from '../shops/shop.js';
import { contactFrom, deliveryFrom, type Form, paymentsFrom, profileFrom, returnsFrom } from '../shops/shop-input.js';
import { Shops } from '../shops/shops.service.js';
import { CARRIERS } from './carriers.js';
import { SHOP_STEPS, stepValues } from './shop-page.js';

type Step = (typeof SHOP_STEPS)[number];

@Controller('m/:market/shop')
@Allow('learner', 'trainer')
export class ShopController {
  constructor(
    private readonly access: MarketAccess,
    private readonly shops: Shops,
    private readonly media: Media,
  ) {}

  @Get()
  async overview(@Param('market') market: string, @Me() me: Signed): Promise<Page> {
    const standing = await this.access.enter(market, me);
    const state = await this.shops.state(standing.market, standing.by.party);
    const missing = missingSteps(state);
    const steps = SHOP_STEPS.map((step) => ({ step, isDone: !missing.includes(step), isNext: step === missing[0] }));
    const mark = markLikeName(standing, state.shop?.name);
    return page('market/shops/overview', { market, shop: state.shop, mark, steps, isReady: missing.length === 0 });
  }

  @Post('opening')
  async open(@Param('market') market: string, @Me() me: Signed): Promise<SeeOther> {
    const { by } = await this.access.enter(market, me);
    await this.shops.open(by, {});
    return seeOther(`/m/${market}/shop`, success('shops.opened'));
  }

  @Get(':step')
  async step(@Param('market') market: string, @Param('step') step: string, @Me() me: Signed): Promise<Page> {
    return this.stepPage(await this.access.enter(market, me), stepOf(step), null, []);
  }

  /** Finds a place or fills a picked one into the form; nothing is saved by it. */
  @Post('contact/address')
  async address(@Param('market') market: string, @Me() me: Signed, @Body() form: Form): Promise<Page> {
    const { values, ...address } = addressStep(form ?? {});
    return this.stepPage(await this.access.enter(market, me), 'contact', values, [], address);
  }

  @Post(':step')
  async save(
    @Param('market') market: string,
    @Param('step') typed: string,
    @Body() form: Form,
    @Me() me: Signed,
  ): Promise<Page | SeeOther> {
    const standing = await this.access.enter(market, me);
    const step = stepOf(typed);
    try {
      await this.saveStep(standing, step, form ?? {});
      // Back to the name with the warning above it, where she can still change it.
      const isWarned = step === 'profile' && markLikeName(standing, form?.name);
      return seeOther(`/m/${market}/shop${isWarned ? '/profile' : ''}`, success('shops.saved'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.stepPage(standing, step, form, refusal.problems);
    }
  }

  private async saveStep({ by }: Standing, step: Step, form: Form): Promise<unknown> {
    if (step === 'profile') return this.shops.saveProfile(by, { ...profileFrom(form), image: await this.image(form) });
    if (step === 'contact') return this.shops.saveContact(by, contactFrom(form));
    if (step === 'delivery') return this.shops.saveDelivery(by, deliveryFrom(form, CARRIERS));
    if (step === 'payments') return this.shops.savePayments(by, paymentsFrom(form));
    return this.shops.publishReturns(by, returnsFrom(form));
  }

  private image(form: Form): Promise<StoredPhoto> | null {
    if (!(form.image instanceof Buffer) || form.image.length === 0) return null;
    const licence =
      form.licence === 'own' || form.licence === 'licensed' || form.licence === 'others' ? form.licence : 'unknown';
    return this.media.store(form.image, { licence, source: 'upload', flaws: [], alt: '' });
  }

  private async stepPage(
    standing: Standing,
    step: Step,
    form: Form | null,
    problems: Problem[],
    address: Omit<AddressStep, 'values'> | null = null,
  ): Promise<Page> {
    const state = await this.shops.state(standing.market, standing.by.party);
    const values = form ?? stepValues(step, state);
    const choices = {
      groups: loadCategories().map(({ id, name }) => ({ id, name, isChosen: id === values.groupId })),
      carriers: CARRIERS.map((carrier) => ({
        ...carrier,
        use: Boolean(values[`use_${carrier.code}`]),
        zones: (['bangkok', 'upcountry', 'island'] as const).map((zone) => ({
          zone,
          field: `${zone}_${carrier.code}`,
          value: values[`${zone}_${carrier.code}`] ?? '',
          asks: standing.sandbox.setup?.carrierPrices?.[carrier.code]?.[zone],
        })),
      })),
      codZones: DELIVERY_ZONES.map((place) => ({ place, use: Boolean(values[`codZone_${place}`]) })),
      methods: PAYMENT_METHODS.map((method) => ({ method, use: Boolean(values[`use_${method}`]) })),
    };
    return page(
      `market/shops/${step}`,
      {
        market: standing.sandbox.id,
        mark: markLikeName(standing, state.shop?.name),
        values,
        address,
        problems,
        ...choices,
      },
      problems.length > 0 ? 422 : 200,
    );
  }
}

const markLikeName = ({ sandbox }: Standing, name: unknown): string | undefined =>
  markLike(String(name ?? ''), sandbox.setup?.trademarks ?? []);

function stepOf(typed: string): Step {
  const step = SHOP_STEPS.find((one) => one === typed);
  if (!step) throw new Refusal('not_found', 'errors.not_found');
  return step;
}
