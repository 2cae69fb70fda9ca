package uk.mashhub.hub.enquiry;

import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;

/** Seals a question for the one source that may read it. */
public interface Questions {
    /** The public key of a source's system. */
    byte[] publicKey(SourceId source);

    /** Seals a question for its queue. */
    default byte[] seal(AgencyId agency, SourceId source, byte[] question) {
        return Seal.seal(publicKey(source), Addresses.enquiries(agency, source), question);
    }
}
