import type { Doer } from '../../market/sandboxes/acts.service.js';
import { generationId } from '../../market/sandboxes/generation.js';
import type { Sandbox } from '../../market/sandboxes/sandbox.entity.js';
import { type Casting, cast } from '../../practice/snapshot/casting.js';
import { loadScenario } from '../../simulation/scenarios/scenario.js';
import type { Slip } from './slips.js';

/** Somebody who plays in a market of her own: as whom, with which goods, and what she does wrong. */
export interface DemoPlay {
  sandbox: Sandbox;
  /** The generation's id, as the commercial rows carry it. */
  market: string;
  by: Doer;
  casting: Casting;
  slip: Slip;
}

export const demoPlay = (sandbox: Sandbox, personId: string, slip: Slip): DemoPlay => ({
  sandbox,
  market: generationId(sandbox.id, sandbox.generation),
  by: { sandboxId: sandbox.id, party: `seller:${personId}`, personId },
  casting: cast(loadScenario(sandbox.scenario), sandbox.seed),
  slip,
});
