package uk.mashhub.policy;

import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;

/** The ids that readers see: random-looking, the same in every version of a view, different in every view. */
public interface Handles {
    String line(ViewKey key, ItemId item);

    String person(ViewKey key, PersonId person);
}
