package uk.mashhub.policy.view;

import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;

/** What lines and people are called in one view. */
public interface Names {
    /** The packet's own ids: for comparing two versions of a view, never for a reader. */
    Names OWN_IDS = new Names() {
        @Override
        public String line(ItemId item) {
            return item.toString();
        }

        @Override
        public String person(PersonId person) {
            return person.toString();
        }
    };

    String line(ItemId item);

    String person(PersonId person);
}
