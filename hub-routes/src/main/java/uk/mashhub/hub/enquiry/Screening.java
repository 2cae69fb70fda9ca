package uk.mashhub.hub.enquiry;

import java.util.function.Predicate;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * The first look: a child with an open case goes straight to the allocated worker and nobody else is asked; other
 * enquiries wait for a person to rate them.
 */
public final class Screening {
    /** What the council's own record says of an open case: a STATUS field of this value on an INVOLVEMENT item. */
    public static final String OPEN_CASE = "OPEN";

    private final EnquiryLedger ledger;

    public Screening(EnquiryLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Marks an enquiry whose child has an open case, if nobody has rated it yet.
     *
     * @param known whether every reader may know of an item: the stage, which all of them see, must not tell of another
     */
    public void screen(Enquiry enquiry, Packet packet, Predicate<Item> known) {
        if (enquiry.stage() == Stage.RECEIVED && enquiry.rating() == Rating.UNRATED && openCase(packet, known)) {
            ledger.update(enquiry.row().at(Stage.OPEN_CASE));
        }
    }

    /** READY once somebody was asked and all have answered, or the clock has run out; ENQUIRING again if more is asked. */
    public Enquiry advance(Enquiry enquiry, Packet packet) {
        if (enquiry.stage() != Stage.ENQUIRING && enquiry.stage() != Stage.READY) {
            return enquiry;
        }
        boolean ready =
                anybodyAsked(packet) && allAnswered(packet) || !packet.asAt().isBefore(packet.dueAt());
        Stage stage = ready ? Stage.READY : Stage.ENQUIRING;
        return stage == enquiry.stage() ? enquiry : ledger.update(enquiry.row().at(stage));
    }

    private static boolean anybodyAsked(Packet packet) {
        return packet.agencies().stream()
                .filter(a -> a.sector() != Sector.LOCAL_AUTHORITY)
                .flatMap(a -> a.sources().stream())
                .anyMatch(s -> s.state() != SourceState.NOT_ASKED);
    }

    private static boolean allAnswered(Packet packet) {
        return packet.agencies().stream()
                .flatMap(a -> a.sources().stream())
                .noneMatch(s -> s.state() == SourceState.ASKED || s.state() == SourceState.UNAVAILABLE);
    }

    /** Whether agencies are asked now. */
    public boolean asksAgencies(Enquiry enquiry) {
        return switch (enquiry.stage()) {
            case ENQUIRING, READY -> true;
            case RECEIVED, OPEN_CASE, DECIDED, CLOSED -> false;
        };
    }

    /** Only what the council itself holds about a child of the enquiry, certainly linked, closes the way to others. */
    private static boolean openCase(Packet packet, Predicate<Item> known) {
        return packet.items().stream()
                .filter(i -> packet.agencies().stream()
                        .anyMatch(
                                a -> a.agency().equals(i.provenance().owner()) && a.sector() == Sector.LOCAL_AUTHORITY))
                .filter(i -> i.subjects().stream()
                        .anyMatch(s -> packet.people().stream()
                                .anyMatch(p ->
                                        p.id().equals(s.person()) && p.roles().contains(SubjectRole.INDEX_CHILD))))
                .filter(Screening::saysOpen)
                .anyMatch(known);
    }

    private static boolean saysOpen(Item item) {
        return item.labels().dataClass() == DataClass.INVOLVEMENT
                && item.fields().stream().anyMatch(Screening::saysOpen);
    }

    private static boolean saysOpen(ItemField field) {
        return field.kind() == FieldKind.STATUS && field.value().equals(OPEN_CASE);
    }
}
