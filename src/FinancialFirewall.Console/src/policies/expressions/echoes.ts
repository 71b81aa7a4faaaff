/** The most texts that are waited for; whoever types faster than they come back is not told of the oldest. */
const maximum = 1_000;

/**
 * Tells what an editor hears of itself from what is new to it. Everything that is typed goes to the form and comes back a moment later, perhaps when more is typed
 * already: such an echo must not be put over what stands there.
 */
export class Echoes {
  private expected: string[] = [];

  /** A text was sent, and will come back, unless a later one comes before it. */
  expect(text: string): void {
    this.expected = [...this.expected, text].slice(-maximum);
  }

  /** Whether a text that comes is one that was sent. What was sent before it does not come any more. */
  take(text: string): boolean {
    const place = this.expected.indexOf(text);
    this.expected = this.expected.slice(place + 1);
    return place >= 0;
  }

  /** Nothing that was sent is waited for any longer. */
  forget(): void {
    this.expected = [];
  }
}
