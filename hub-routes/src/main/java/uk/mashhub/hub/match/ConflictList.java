package uk.mashhub.hub.match;

import java.util.HashSet;
import java.util.Set;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;

/**
 * Which enquiries a member of staff must not know of: those on the conflict list, and every other that is, or may be, about
 * the same people (ruling 6). Read whenever it is asked, so that it follows each link and each undoing of one.
 */
public final class ConflictList {
    private final ConflictStore conflicts;
    private final PeopleBook book;

    public ConflictList(ConflictStore conflicts, PeopleBook book) {
        this.conflicts = conflicts;
        this.book = book;
    }

    /** Every enquiry that the user is kept from now; empty for nearly everybody. */
    public Set<EnquiryId> of(UserId user) {
        Set<EnquiryId> named = conflicts.of(user);
        Set<EnquiryId> all = new HashSet<>(named);
        named.forEach(enquiry -> all.addAll(book.reach(book.peopleOf(enquiry))));
        return all;
    }
}
