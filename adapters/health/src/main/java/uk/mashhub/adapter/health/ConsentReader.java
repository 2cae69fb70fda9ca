package uk.mashhub.adapter.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.model.contact.ContactConsent;

/**
 * Consents of a message. A refusal is taken as one. A permission is not: what a patient agrees to in a BaRS referral is
 * direct care, which a hub of several agencies is not, so it reads UNKNOWN and somebody asks.
 */
final class ConsentReader {
    private ConsentReader() {}

    static List<ContactConsent> of(BundleIndex index, Persons persons) throws Unreadable {
        List<ContactConsent> out = new ArrayList<>();
        for (Consent consent : index.all(Consent.class)) {
            if (consent.getStatus() != ConsentState.ENTEREDINERROR) {
                out.add(new ContactConsent(
                        state(consent), List.of(persons.of(consent.getPatient(), consent)), "", Optional.empty()));
            }
        }
        return out;
    }

    private static uk.mashhub.model.vocabulary.ConsentState state(Consent consent) {
        if (consent.getStatus() == ConsentState.INACTIVE) {
            return uk.mashhub.model.vocabulary.ConsentState.WITHDRAWN;
        }
        boolean refused = consent.getStatus() == ConsentState.REJECTED
                || consent.getProvision().getType() == ConsentProvisionType.DENY;
        return refused
                ? uk.mashhub.model.vocabulary.ConsentState.REFUSED
                : uk.mashhub.model.vocabulary.ConsentState.UNKNOWN;
    }
}
