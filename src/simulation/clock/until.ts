const FIRST_LOOK = 4;
const SLOWEST_LOOK = 100;

/** Looks again and again, ever more seldom, until `isSo` or until `longest` milliseconds of the wall have passed. Answers which. */
export async function until(isSo: () => Promise<boolean>, longest: number): Promise<boolean> {
  const end = Date.now() + longest;
  for (let pause = FIRST_LOOK; !(await isSo()); pause = Math.min(pause * 1.5, SLOWEST_LOOK)) {
    if (Date.now() >= end) return false;
    await new Promise((done) => setTimeout(done, pause));
  }
  return true;
}
