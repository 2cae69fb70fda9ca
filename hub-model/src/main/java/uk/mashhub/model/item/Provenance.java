package uk.mashhub.model.item;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;

/**
 * Where an item came from.
 *
 * @param owner agency that holds it and decides on it; derived from the authenticated principal, never from the message
 * @param originator agency it came from, if another (such as the force behind a PND record)
 * @param recordId the source's own number of the record; personal data, never logged
 * @param recordVersion the source's version of the record; empty text if it has none
 * @param eventKey the event this tells of, where sources share a reference (such as an occurrence number)
 * @param recordedAt when the source wrote it down
 * @param extractedAt when the adapter took it out
 */
public record Provenance(
        AgencyId owner,
        Optional<AgencyId> originator,
        SourceId source,
        String recordId,
        String recordVersion,
        Optional<String> eventKey,
        Optional<Instant> recordedAt,
        Instant extractedAt) {
    public Provenance {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(originator, "originator");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(recordVersion, "recordVersion");
        Objects.requireNonNull(eventKey, "eventKey");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(extractedAt, "extractedAt");
    }

    @Override
    public String toString() {
        return "Provenance[" + owner + "/" + source + "]";
    }
}
