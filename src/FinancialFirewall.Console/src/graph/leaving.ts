const acts: (() => void)[] = [];

/** Says what is ended when somebody else is signed in, or nobody. */
export function whenLeaving(act: () => void): void {
  acts.push(act);
}

/** Leaves what was begun as whoever was signed in, so that the next live view begins a connection as whoever is signed in then. */
export const leave = (): void => acts.forEach((act) => act());
