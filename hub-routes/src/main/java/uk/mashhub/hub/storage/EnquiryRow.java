package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;

/**
 * What is known of an enquiry without opening a body: nothing about a person.
 *
 * @param reference what people say on the telephone; random
 * @param stage a {@link uk.mashhub.model.enquiry.Stage}
 * @param purpose a {@link uk.mashhub.model.vocabulary.Purpose}
 * @param rating a {@link uk.mashhub.model.vocabulary.Rating}
 * @param version grows with every change of an input
 * @param validUntil the first instant at which a time fact flips (ruling 14)
 */
public record EnquiryRow(
        EnquiryId id,
        AreaCode area,
        String reference,
        String stage,
        String purpose,
        String rating,
        Instant receivedAt,
        Instant dueAt,
        long version,
        Optional<Instant> validUntil) {
    public EnquiryRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(rating, "rating");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(validUntil, "validUntil");
    }

    /** The same at another stage. */
    public EnquiryRow at(uk.mashhub.model.enquiry.Stage stage) {
        return new EnquiryRow(
                id, area, reference, stage.name(), purpose, rating, receivedAt, dueAt, version, validUntil);
    }

    /** The same for another purpose. */
    public EnquiryRow forPurpose(uk.mashhub.model.vocabulary.Purpose purpose) {
        return new EnquiryRow(
                id, area, reference, stage, purpose.name(), rating, receivedAt, dueAt, version, validUntil);
    }

    /** The same with another rating and the time that the rating gives. */
    public EnquiryRow rated(uk.mashhub.model.vocabulary.Rating rating, Instant dueAt) {
        return new EnquiryRow(
                id, area, reference, stage, purpose, rating.name(), receivedAt, dueAt, version, validUntil);
    }

    /** The next version, good until a time fact flips. */
    public EnquiryRow decided(Optional<Instant> validUntil) {
        return new EnquiryRow(id, area, reference, stage, purpose, rating, receivedAt, dueAt, version + 1, validUntil);
    }

    @Override
    public String toString() {
        return "EnquiryRow[" + id + ", version " + version + "]";
    }
}
