package uk.mashhub.policy.fact;

import java.util.Collection;
import java.util.List;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.SharingOverride;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.ConsentState;

/**
 * Agreements and overrides of an enquiry. Consents carry no date, so a refusal or a withdrawal beats every agreement for
 * the same person, whatever their order; past that only an override helps.
 */
final class Agreement {
    private final List<Consent> consents;
    private final List<SharingOverride> overrides;

    Agreement(Packet packet) {
        this.consents = packet.consents();
        this.overrides = packet.overrides();
    }

    /** Whether a person has refused or withdrawn. A state that is not known is no agreement, and no objection either. */
    boolean objects(PersonId person) {
        return recorded(person, ConsentState.REFUSED) || recorded(person, ConsentState.WITHDRAWN);
    }

    /** Whether an agreement that stands covers a person. */
    boolean agrees(PersonId person) {
        return recorded(person, ConsentState.GIVEN) && !objects(person);
    }

    /** Whether all of some people agree; false for nobody. */
    boolean allAgree(Collection<PersonId> people) {
        return !people.isEmpty() && people.stream().allMatch(this::agrees);
    }

    boolean overrideCovers(AgencyId agency) {
        return overrides.stream().anyMatch(o -> o.covers(agency));
    }

    private boolean recorded(PersonId person, ConsentState state) {
        return consents.stream().anyMatch(c -> c.state() == state && c.covers().contains(person));
    }
}
