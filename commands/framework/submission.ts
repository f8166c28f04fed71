import type { Action } from './action.ts';
import type { Conversation } from './context.ts';
import type { Filled } from './form.ts';
import type { Services } from './services.ts';

/** Somebody sent a form. */
export interface Submission extends Conversation {
  readonly filled: Filled;
}

/** What happens with a form that was filled in. A command lists its form handlers. */
export interface FormHandler {
  readonly name: string;
  /** The work, ready to start; undefined if the parts of the `custom_id` can't be read. */
  prepare(
    parts: readonly string[],
  ): ((submission: Submission, services: Services) => Promise<void>) | undefined;
}

export const onSubmit = <Values>(
  action: Action<Values>,
  run: (values: Values, submission: Submission, services: Services) => Promise<void>,
): FormHandler => ({
  name: action.name,
  prepare(parts) {
    const values = action.read(parts);
    return values && ((submission, services) => run(values, submission, services));
  },
});
